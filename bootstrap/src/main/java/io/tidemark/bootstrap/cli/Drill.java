package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A made-up incident: all of it by the ways that a real one takes, from the recording to the last message. */
final class Drill {
    static final String OPERATION = "tidemark_drill";

    private static final int NORMAL_RUNS = 200;
    private static final int NORMAL_MICROS = 10_000;
    private static final int SLOW_MICROS = 50 * NORMAL_MICROS;
    private static final Duration SPACING = Duration.ofMinutes(5);
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final long MILLIS_BETWEEN_LOOKS = 20;
    /** A run that was recorded before the new baseline was known everywhere is not held against it. */
    private static final int LOOKS_BEFORE_ANOTHER_RUN = 50;

    private final DaemonClient client;
    private final Clock clock;
    private final Duration patience;
    private final Consumer<String> lines;
    private Instant start = Instant.EPOCH;

    Drill(DaemonClient client, Clock clock, Duration patience, Consumer<String> lines) {
        this.client = client;
        this.clock = clock;
        this.patience = patience;
        this.lines = lines;
    }

    /** Whether the incident went all the way, and every message arrived. */
    boolean run() {
        endEarlierOne();
        record(IntStream.range(0, NORMAL_RUNS).mapToObj(this::normalRun).toList());
        client.post("/api/v1/baselines", Map.of("operation", OPERATION));
        lines.accept("%d runs of about 10 ms are what is normal for %s.".formatted(NORMAL_RUNS, OPERATION));
        start = clock.instant();
        String path = "/api/v1/alerts/" + noticed();
        boolean told = arrived(path, "told", 0);
        int first = deliveries(path).size();
        client.post(path + "/acknowledge", Map.of("by", Person.name(), "note", "this is a drill"));
        step("acknowledged");
        boolean followed = arrived(path, "told who looks after it", first);
        int second = deliveries(path).size();
        client.post(path + "/resolve", Map.of("by", Person.name()));
        step("resolved");
        boolean ended = arrived(path, "told that it is over", second);
        return told && followed && ended;
    }

    private void endEarlierOne() {
        open().ifPresent(id -> client.post("/api/v1/alerts/" + id + "/resolve", Map.of("by", Person.name())));
    }

    private long noticed() {
        int[] looks = {0};
        long id = awaited("the alert about the slow run", () -> {
            if (looks[0]++ % LOOKS_BEFORE_ANOTHER_RUN == 0) {
                record(List.of(run(SLOW_MICROS, clock.instant())));
            }
            return open();
        });
        step("noticed a run of 500 ms: alert %d".formatted(id));
        return id;
    }

    private Optional<Long> open() {
        return client.get("/api/v1/alerts?state=open&limit=1000")
                .path("alerts")
                .valueStream()
                .filter(alert -> OPERATION.equals(alert.path("operation").asString("")))
                .map(alert -> alert.path("id").asLong())
                .findFirst();
    }

    /** Waits until no message is under way any more, of which there must be more than before. */
    private boolean arrived(String path, String step, int before) {
        List<JsonNode> settled = awaited(
                "the end of its deliveries",
                () -> Optional.of(deliveries(path))
                        .filter(all -> all.isEmpty() || all.size() > before)
                        .filter(all -> all.stream().noneMatch(Drill::isUnderWay)));
        if (settled.isEmpty()) {
            step(step + ": nobody, as no route takes it or something keeps it quiet; see 'tidemark alerts show'");
            return false;
        }
        List<String> words = settled.subList(Math.min(before, settled.size()), settled.size()).stream()
                .map(one -> "%s (%s)".formatted(Text.of(one, "destination", "?"), Text.of(one, "status", "?")))
                .toList();
        step(step + ": " + String.join(", ", words));
        return settled.stream().allMatch(one -> Text.of(one, "status", "").equals("delivered"));
    }

    private List<JsonNode> deliveries(String path) {
        List<JsonNode> deliveries = new ArrayList<>();
        client.get(path).path("alert").path("deliveries").forEach(deliveries::add);
        return deliveries;
    }

    private static boolean isUnderWay(JsonNode delivery) {
        return List.of("pending", "sending").contains(Text.of(delivery, "status", ""));
    }

    /** One of some runs within the last day: the minutes around an earlier drill count towards no baseline. */
    private Map<String, Object> normalRun(int run) {
        return run(NORMAL_MICROS + run * 5, clock.instant().minus(SPACING.multipliedBy(run + 1L)));
    }

    private static Map<String, Object> run(int micros, Instant end) {
        return Map.of("operation", OPERATION, "durationMicros", micros, "user", Person.name(), "end", end.toString());
    }

    private void record(List<Map<String, Object>> runs) {
        client.post("/api/v1/timings", runs);
    }

    private void step(String what) {
        double seconds = (double) Duration.between(start, clock.instant()).toMillis() / MILLIS_PER_SECOND;
        lines.accept(String.format(Locale.ROOT, "%8.3f s  %s", seconds, what));
    }

    private <T> T awaited(String what, Supplier<Optional<T>> look) {
        Instant deadline = clock.instant().plus(patience);
        while (clock.instant().isBefore(deadline)) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw CommandFailure.cannot(
                "Waited %d s for %s: look at 'tidemark doctor', 'tidemark alerts list' and 'tidemark deliver status'."
                        .formatted(patience.toSeconds(), what));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommandFailure.cannot("Stopped in the middle of the drill; its alert may be open still.", stopped);
        }
    }
}
