package io.tidemark.bootstrap.http;

import io.tidemark.application.port.Health;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks the parts how they are, all at once, and does not wait for those that do not answer. */
final class Readiness implements AutoCloseable {
    private final Map<String, Supplier<Health>> parts;
    private final Duration patience;
    private final Map<String, CompletableFuture<Health>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tidemark-health");
        thread.setDaemon(true);
        return thread;
    });

    Readiness(Map<String, Supplier<Health>> parts, Duration patience) {
        this.parts = parts;
        this.patience = patience;
    }

    /** How each part is; one that gives no answer in time is down. */
    Map<String, Health> check() {
        Map<String, CompletableFuture<Health>> answers = new LinkedHashMap<>();
        parts.forEach((name, part) -> answers.put(name, ask(name, part)));
        Map<String, Health> health = new LinkedHashMap<>();
        answers.forEach((name, answer) -> health.put(name, answer.join()));
        return health;
    }

    /** A part that hangs is asked once, not once for each request. */
    private CompletableFuture<Health> ask(String name, Supplier<Health> part) {
        CompletableFuture<Health> answer = underWay.compute(
                name,
                (same, before) -> before == null || before.isDone()
                        ? CompletableFuture.supplyAsync(() -> guarded(part), executor)
                        : before);
        return answer.copy().completeOnTimeout(silent(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Health silent() {
        return Health.down("gave no answer within %d ms".formatted(patience.toMillis()));
    }

    private static Health guarded(Supplier<Health> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            return Health.down("cannot say how it is: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
