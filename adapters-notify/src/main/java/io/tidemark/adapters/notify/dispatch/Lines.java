package io.tidemark.adapters.notify.dispatch;

import io.tidemark.application.port.Outbox.Claim;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What this node has claimed and not tried yet: a line for each destination, which are served in turn, so that none waits
 * for another. A line holds two batches at most, as nothing is claimed for one that is full.
 */
final class Lines {
    /** Claimed ahead, so that workers do not wait for the storage. */
    static final int FULL = 128;

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final ToIntFunction<String> parallel;
    private final Runnable onRoom;
    private boolean closed;

    /**
     * @param parallel how many may be sent to a destination at the same time
     * @param onRoom is told when a line is no longer full; must return at once
     */
    Lines(ToIntFunction<String> parallel, Runnable onRoom) {
        this.parallel = parallel;
        this.onRoom = onRoom;
    }

    /** A claim with when it was asked for, in nanoseconds. */
    record Held(Claim claim, long since) {
        String destination() {
            return claim.notification().notice().destination().name();
        }
    }

    synchronized void add(List<Claim> claims, long since) {
        for (Claim claim : claims) {
            Held held = new Held(claim, since);
            lines.computeIfAbsent(held.destination(), name -> new Line())
                    .waiting
                    .add(held);
        }
        if (claims.size() == 1) {
            notify();
        } else {
            notifyAll();
        }
    }

    /** Waits for the next to be sent; empty when this is closed. Whoever takes one says when it is done. */
    synchronized Optional<Held> take() throws InterruptedException {
        while (!closed) {
            Optional<Held> next = next();
            if (next.isPresent()) {
                return next;
            }
            wait();
        }
        return Optional.empty();
    }

    private Optional<Held> next() {
        for (Map.Entry<String, Line> entry : lines.entrySet()) {
            String name = entry.getKey();
            Line line = entry.getValue();
            if (!line.waiting.isEmpty() && line.running < parallel.applyAsInt(name)) {
                // To the end: the other destinations come first now.
                lines.remove(name);
                lines.put(name, line);
                line.running++;
                Held held = line.waiting.remove();
                if (line.waiting.size() == FULL - 1) {
                    onRoom.run();
                }
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    synchronized void done(Held held) {
        Line line = lines.get(held.destination());
        if (line != null) {
            line.running--;
            if (line.running == 0 && line.waiting.isEmpty()) {
                lines.remove(held.destination());
            } else {
                notify();
            }
        }
    }

    /** Takes everything out that waits for a destination. */
    synchronized List<Claim> clear(String destination) {
        Line line = lines.get(destination);
        if (line == null) {
            return List.of();
        }
        List<Claim> cleared = line.waiting.stream().map(Held::claim).toList();
        line.waiting.clear();
        onRoom.run();
        return cleared;
    }

    /** Destinations that need no more for now. */
    synchronized Set<String> full() {
        return lines.entrySet().stream()
                .filter(entry -> entry.getValue().waiting.size() >= FULL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Destinations that something is sent to now, or is about to be. */
    synchronized Set<String> busy() {
        return Set.copyOf(lines.keySet());
    }

    /** Ends the waiting, and returns what nobody has begun to send. */
    synchronized List<Claim> close() {
        closed = true;
        List<Claim> left = new ArrayList<>();
        lines.values().forEach(line -> line.waiting.forEach(held -> left.add(held.claim())));
        lines.values().forEach(line -> line.waiting.clear());
        notifyAll();
        return left;
    }

    private static final class Line {
        private final Deque<Held> waiting = new ArrayDeque<>();
        private int running;
    }
}
