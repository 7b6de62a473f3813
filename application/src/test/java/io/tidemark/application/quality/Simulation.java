package io.tidemark.application.quality;

import io.tidemark.application.quality.Event.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Operations with all that happens to them over six weeks, the first three of them quiet. The last Sunday of October, when
 * clocks go back, is among the other three. The same seed makes the same timings.
 */
final class Simulation {
    static final Instant START = Instant.parse("2026-09-21T00:00:00Z");
    static final Instant EVENTS_FROM = START.plus(Duration.ofDays(21));
    static final Instant END = START.plus(Duration.ofDays(42));

    private static final int WEEKS = 3;
    private static final int GROUP = 4;
    private static final double MISSING_HOURS = 0.01;
    private static final double DRIFT = 0.02;
    private static final double DRIFT_KEPT = 0.8;

    private final SplittableRandom random;
    private final List<Trail> trails = new ArrayList<>();

    private Simulation(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Makes rounds of twelve operations each, of which two stay quiet. */
    static List<Trail> of(long seed, int rounds) {
        Simulation simulation = new Simulation(seed);
        for (int round = 0; round < rounds; round++) {
            simulation.round(round);
        }
        return List.copyOf(simulation.trails);
    }

    private void round(int round) {
        List<Event> shared = weekly(Kind.BOTTLENECK, Duration.ofMinutes(90), 2, false);
        for (int member = 0; member < GROUP; member++) {
            add(Pace.busy("group_%d_%d".formatted(round, member), random), shared);
        }
        Pace spiky = Pace.any("spikes_" + round, random);
        add(spiky, spikes(spiky));
        add(Pace.busy("incident_" + round, random), weekly(Kind.INCIDENT, Duration.ofHours(1), 2.5, true));
        add(Pace.any("shift_30_" + round, random), List.of(lasting(Kind.SHIFT_30, 1.3)));
        add(Pace.any("shift_60_" + round, random), List.of(lasting(Kind.SHIFT_60, 1.6)));
        add(Pace.any("shift_100_" + round, random), List.of(lasting(Kind.SHIFT_100, 2)));
        add(Pace.any("ramp_" + round, random), List.of(lasting(Kind.RAMP, 1.8)));
        add(Pace.any("quiet_" + round, random), List.of());
        add(Pace.busy("quiet_busy_" + round, random), List.of());
    }

    /** One a week: at the same hour of the same weekday, or anywhere. */
    private List<Event> weekly(Kind kind, Duration length, double factor, boolean sameHour) {
        List<Event> events = new ArrayList<>();
        Duration into = intoWeek(length);
        for (int week = 0; week < WEEKS; week++) {
            Instant from = EVENTS_FROM.plus(Duration.ofDays(7L * week)).plus(sameHour ? into : intoWeek(length));
            events.add(new Event(kind, from, from.plus(length), factor));
        }
        return events;
    }

    /** In working hours, as nobody notices what is slow while nothing runs. */
    private Duration intoWeek(Duration length) {
        long latest = Duration.ofHours(20).minus(length).toMinutes();
        return Duration.ofDays(random.nextInt(7))
                .plusMinutes(random.nextLong(Duration.ofHours(6).toMinutes(), latest));
    }

    private Event lasting(Kind kind, double factor) {
        Instant from =
                EVENTS_FROM.plusSeconds(random.nextLong(Duration.ofDays(12).toSeconds()));
        return new Event(kind, from, END, factor);
    }

    /** Two days apart, from the smallest to the largest and again. */
    private List<Event> spikes(Pace pace) {
        List<Event> events = new ArrayList<>();
        Kind[] kinds = {Kind.SPIKE_4_SIGMA, Kind.SPIKE_6_SIGMA, Kind.SPIKE_10_SIGMA};
        double[] sigmas = {4, 6, 10};
        for (int i = 0; i < 9; i++) {
            Instant at = EVENTS_FROM
                    .plus(Duration.ofDays(2L * i))
                    .plusSeconds(random.nextLong(Duration.ofDays(1).toSeconds()));
            events.add(new Event(kinds[i % 3], at, at.plusMillis(1), Math.exp(sigmas[i % 3] * pace.sigma())));
        }
        return events;
    }

    private void add(Pace pace, List<Event> events) {
        List<Timing> timings = new ArrayList<>();
        Hour hour = new Hour();
        double most = 0;
        for (int i = 0; i < 168; i++) {
            most = Math.max(most, pace.rate(START.plus(Duration.ofHours(i))));
        }
        Instant at = START;
        while (at.isBefore(END)) {
            at = at.plusMillis(Math.round(-Math.log(1 - random.nextDouble())
                    / most
                    * Duration.ofHours(1).toMillis()));
            hour.goTo(at);
            if (at.isBefore(END) && !hour.missing && random.nextDouble() * most < pace.rate(at)) {
                timings.add(new Timing(at, pace.level(at) * Math.exp(hour.drift) * factor(at, events) * noise(pace)));
            }
        }
        events.stream()
                .filter(event -> event.kind().isSpike())
                .forEach(event -> timings.add(new Timing(event.from(), pace.level(event.from()) * event.factor())));
        trails.add(Trail.of(pace, events, timings));
    }

    /** Spikes are timings of their own. */
    private static double factor(Instant at, List<Event> events) {
        double factor = 1;
        for (Event event : events) {
            factor *= event.kind().isSpike() ? 1 : event.factorAt(at);
        }
        return factor;
    }

    private double noise(Pace pace) {
        if (random.nextDouble() < pace.tail()) {
            // Pareto with exponent 2: its variance is infinite.
            return Math.exp(2 * pace.sigma()) / Math.sqrt(1 - random.nextDouble());
        }
        return Math.exp(pace.sigma() * random.nextGaussian());
    }

    record Timing(Instant at, double micros) {}

    /** What lasts for an hour: that nothing is seen in it, and where the level has drifted to. */
    private final class Hour {
        private Instant start = Instant.MIN;
        private boolean missing;
        private double drift;

        void goTo(Instant at) {
            Instant now = at.truncatedTo(ChronoUnit.HOURS);
            if (!now.equals(start)) {
                start = now;
                missing = random.nextDouble() < MISSING_HOURS;
                drift = DRIFT_KEPT * drift + DRIFT * random.nextGaussian();
            }
        }
    }
}
