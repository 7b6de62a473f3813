package io.tidemark.adapters.notify.plugin;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One call of a plugin's code, on a thread of its own. The thread carries the plugin's context class loader, and takes
 * along to its end whatever the plugin left in thread locals. A late interrupt can hit no other call.
 */
final class PluginCall<T> {
    /** How the code ended; it threw if {@code thrown} is there. */
    private record Outcome<T>(@Nullable T value, @Nullable Throwable thrown) {}

    private final FutureTask<Outcome<T>> task;
    private final Thread thread;

    private PluginCall(String name, ClassLoader loader, Callable<T> code) {
        task = new FutureTask<>(() -> outcome(code));
        thread = new Thread(null, task, "tidemark-plugin " + name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
    }

    static <T> PluginCall<T> start(String name, ClassLoader loader, Callable<T> code) {
        PluginCall<T> call = new PluginCall<>(name, loader, code);
        call.thread.start();
        return call;
    }

    /** Starts a call and waits for it; see {@link #await}. */
    static <T> T run(String name, ClassLoader loader, TimeLimit limit, Callable<T> code)
            throws InterruptedException, PluginThrewException, TimeoutException {
        return start(name, loader, code).await(limit);
    }

    /**
     * Waits for what the code returns, also if it does so after the interrupt, within the grace.
     *
     * @throws PluginThrewException if the code threw, or returned null
     * @throws TimeoutException if the time is over, whether the code came back or not
     * @throws InterruptedException if the waiting thread was interrupted; the call is interrupted then, too
     */
    T await(TimeLimit limit) throws InterruptedException, PluginThrewException, TimeoutException {
        try {
            return get(limit.call().toNanos());
        } catch (TimeoutException overdue) {
            thread.interrupt();
            return awaitLate(limit);
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
    }

    boolean isRunning() {
        return !task.isDone();
    }

    private T awaitLate(TimeLimit limit) throws InterruptedException, PluginThrewException, TimeoutException {
        try {
            return get(limit.grace().toNanos());
        } catch (TimeoutException e) {
            throw new TimeoutException("did not return within " + limit.call() + ", nor when it was interrupted");
        } catch (PluginThrewException e) {
            if (e.thrown() instanceof InterruptedException) {
                throw new TimeoutException("did not return within " + limit.call());
            }
            throw e;
        }
    }

    private T get(long nanos) throws InterruptedException, PluginThrewException, TimeoutException {
        Outcome<T> outcome = outcome(nanos);
        if (outcome.thrown() != null) {
            rethrowWhatNobodyCanHandle(outcome.thrown());
            throw new PluginThrewException(outcome.thrown());
        }
        if (outcome.value() == null) {
            throw new PluginThrewException(new IllegalStateException("it returned null"));
        }
        return outcome.value();
    }

    private Outcome<T> outcome(long nanos) throws InterruptedException, TimeoutException {
        try {
            return task.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome carries what was thrown", e);
        }
    }

    /** Lets nothing end the thread unheard: the thread that waits throws it. */
    private static <T> Outcome<T> outcome(Callable<T> code) {
        try {
            return new Outcome<>(code.call(), null);
        } catch (Throwable e) {
            return new Outcome<>(null, e);
        }
    }

    /** A stack that overflowed is gone with its thread; memory that ran out, and a broken VM, concern everybody. */
    private static void rethrowWhatNobodyCanHandle(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }
}
