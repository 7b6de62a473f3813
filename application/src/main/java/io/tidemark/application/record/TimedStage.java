package io.tidemark.application.record;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Completes as another stage does, once the run is recorded. A stage of its own: what a caller hangs on the other one
 * would run before the recording, and count as part of the run.
 */
final class TimedStage<T> extends CompletableFuture<T> {
    private final CompletionStage<T> work;

    private TimedStage(CompletionStage<T> work) {
        this.work = work;
    }

    static <T> CompletableFuture<T> follow(CompletionStage<T> work, Timer timer) {
        TimedStage<T> timed = new TimedStage<>(work);
        work.whenComplete((result, error) -> {
            if (error == null) {
                timer.close();
                timed.complete(result);
            } else {
                timer.fail(error instanceof CompletionException && error.getCause() != null ? error.getCause() : error);
                timed.completeExceptionally(error);
            }
        });
        return timed;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        work.toCompletableFuture().cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }
}
