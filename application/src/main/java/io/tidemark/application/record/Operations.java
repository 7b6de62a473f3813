package io.tidemark.application.record;

import io.tidemark.domain.timing.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations that were named so far, up to a limit; all further names are counted as one. */
final class Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final Map<String, Operation> byName = new ConcurrentHashMap<>();
    private final List<Operation> byNumber = new CopyOnWriteArrayList<>();
    private final int limit;
    private final BiFunction<String, Integer, Operation> maker;
    private final Operation other;
    private final AtomicBoolean warned = new AtomicBoolean();
    private ToLongFunction<String> thresholds = name -> Operation.NO_THRESHOLD;

    Operations(int limit, BiFunction<String, Integer, Operation> maker) {
        this.limit = limit;
        this.maker = maker;
        this.other = add(Scope.OTHER);
    }

    Operation named(String name) {
        Operation known = byName.get(name);
        if (known != null) {
            return known;
        }
        Scope.of(name);
        return isFull() ? other(name) : addIfRoom(name);
    }

    /** Sets the threshold of each operation there is or will be. Nobody adds one meanwhile: it would keep the old one. */
    synchronized void setThresholds(ToLongFunction<String> thresholdsByName) {
        thresholds = thresholdsByName;
        byNumber.forEach(operation -> operation.setThreshold(thresholdsByName.applyAsLong(operation.name())));
    }

    Operation numbered(int number) {
        return byNumber.get(number);
    }

    private synchronized Operation addIfRoom(String name) {
        Operation known = byName.get(name);
        if (known != null) {
            return known;
        }
        return isFull() ? other(name) : add(name);
    }

    /** Apart from the one for all others. */
    private boolean isFull() {
        return byNumber.size() > limit;
    }

    private Operation other(String name) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("More than {} operations: '{}' and further new ones are counted as {}", limit, name, Scope.OTHER);
        }
        return other;
    }

    private Operation add(String name) {
        Operation operation = maker.apply(name, byNumber.size());
        operation.setThreshold(thresholds.applyAsLong(name));
        byNumber.add(operation);
        byName.put(name, operation);
        return operation;
    }
}
