package io.tidemark.application.baseline;

import io.tidemark.application.port.RollupReader;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.timing.Scope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Storages of which one part does something else first. */
final class Interposed {
    private static final Scope COMMIT = Scope.of("commit");

    private Interposed() {}

    /** Does something once, before the timings are read for the first time. */
    static Storage before(Storage storage, Runnable first) {
        AtomicBoolean isDone = new AtomicBoolean();
        return with(storage, (method, arguments) -> {
            if (!isDone.getAndSet(true)) {
                first.run();
            }
        });
    }

    /** Roll-ups of commit cannot be read, neither alone nor with others. */
    static Storage withBrokenCommits(Storage storage) {
        return with(storage, (method, arguments) -> {
            if (method.getName().equals("byOperation") || COMMIT.equals(arguments[0])) {
                throw new IllegalStateException("the sketch is torn");
            }
        });
    }

    /** Reading the roll-ups of commit never ends, neither alone nor with others. */
    static Storage withHangingCommits(Storage storage) {
        return with(storage, (method, arguments) -> {
            if (method.getName().equals("byOperation") || COMMIT.equals(arguments[0])) {
                new CountDownLatch(1).await();
            }
        });
    }

    private interface First {
        void run(Method method, Object[] arguments) throws InterruptedException;
    }

    private static Storage with(Storage storage, First first) {
        RollupReader rollups = proxy(RollupReader.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("counts")) {
                first.run(method, arguments);
            }
            return invoke(storage.rollups(), method, arguments);
        });
        return proxy(
                Storage.class,
                (proxy, method, arguments) ->
                        method.getName().equals("rollups") ? rollups : invoke(storage, method, arguments));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
