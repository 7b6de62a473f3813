package io.tidemark.domain.stream;

import io.tidemark.domain.stream.StreamVerdict.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the values of a series as they come, each once, by what came before it.
 *
 * <p>Each value is compared with four expectations ({@link Signal}). How far it lies from each is held against how far
 * values lay from it so far, upwards and downwards apart: by rank within what was seen, by a fitted tail beyond, with no
 * assumption on the distribution (the idea of conformal anomaly detection: Laxhammar and Falkman, 2010; of the tail: Siffer
 * et al., Anomaly detection in streams with extreme value theory, KDD 2017). The largest surprise counts, and is told once:
 * while a change lasts, nothing that is no larger is told again for up to {@value Composure#LASTING} values.
 *
 * <p>Guarantees: the same values give the same verdicts; a verdict depends on the value and those before it only; the score
 * does not change when all values are multiplied by a positive number, short of rounding; less than 10 KB for a series,
 * however long; what is not finite, repeated or out of order is passed over and leaves no trace. Values at equal steps are
 * assumed, steps may be missing; after a gap of more than a day, or when the clock was set back by more than a day, recent
 * values are forgotten, the rest is kept. Not for several threads.
 */
public final class StreamDetector {
    /** How many values a jump is measured from. */
    static final int JUMP_VALUES = 3;

    /** How many values a level is made of. */
    static final int LEVEL_VALUES = 31;

    private static final Duration BREAK = Duration.ofDays(1);

    /**
     * From here on a score is worth an alert: a surprise of 4.5, one block of values in 30,000. With a value every five
     * minutes, on quiet log-normal series with a daily rhythm, that is less than one false alarm in nine weeks.
     */
    public static final double DEFAULT_LIMIT = 0.6;

    private final double limit;
    private final Recent few = new Recent(JUMP_VALUES);
    private final Recent many = new Recent(LEVEL_VALUES);
    private final HourProfile hours = new HourProfile();
    private final Sense jump = new Sense(Signal.JUMP);
    private final Sense level = new Sense(Signal.LEVEL);
    private final Sense rhythm = new Sense(Signal.RHYTHM);
    private final Sense range = new Sense(Signal.RANGE);
    private final List<Sense> senses = List.of(jump, level, rhythm, range);
    private final Composure composure = new Composure();
    private double origin = Double.NaN;
    private @Nullable Instant last;

    /** @param limit the score from which on a value is called an anomaly, and explained: between 0 and 1 */
    public StreamDetector(double limit) {
        if (!(limit > 0 && limit < 1)) {
            throw new IllegalArgumentException("limit %s must be between 0 and 1".formatted(limit));
        }
        this.limit = limit;
    }

    /** Judges a value, then learns it. */
    public StreamVerdict next(Instant at, double value) {
        if (!Double.isFinite(value)) {
            return StreamVerdict.MISSING;
        }
        if (last != null && !comesAfter(last, at)) {
            return StreamVerdict.LATE;
        }
        last = at;
        expectAt(at);
        StreamVerdict verdict = judge(value);
        learn(at, value);
        return verdict;
    }

    private boolean comesAfter(Instant before, Instant at) {
        Duration passed = Duration.between(before, at);
        if (passed.abs().compareTo(BREAK) > 0) {
            few.clear();
            many.clear();
            return true;
        }
        return passed.compareTo(Duration.ZERO) > 0;
    }

    private void expectAt(Instant at) {
        jump.expect(few.median());
        level.expect(many.median());
        rhythm.expect(hours.usual(at));
        range.expect(origin);
    }

    private StreamVerdict judge(double value) {
        Sense most = jump;
        double largest = 0;
        for (Sense sense : senses) {
            double surprise = sense.surprise(value);
            if (surprise > largest) {
                largest = surprise;
                most = sense;
            }
        }
        double told = composure.take(largest);
        double score = StreamVerdict.score(told);
        return new StreamVerdict(state(), score, score >= limit ? explain(most, told) : null);
    }

    /** The band is what no signal would have told. */
    private Departure explain(Sense sense, double surprise) {
        double usual = many.median();
        double centre = sense == range && !Double.isNaN(usual) ? usual : sense.expected();
        double most = StreamVerdict.surprise(limit);
        double low = senses.stream().mapToDouble(each -> each.low(most)).max().orElseThrow();
        double high = senses.stream().mapToDouble(each -> each.high(most)).min().orElseThrow();
        return new Departure(
                sense.signal(),
                surprise,
                Math.min(low, centre),
                Math.max(high, centre),
                centre,
                sense.meanDistance(),
                sense.samples());
    }

    private State state() {
        return jump.isReady() ? State.JUDGED : State.WARMING_UP;
    }

    private void learn(Instant at, double value) {
        for (Sense sense : senses) {
            sense.learn(value);
        }
        few.add(value);
        many.add(value);
        hours.add(at, value);
        if (Double.isNaN(origin)) {
            origin = many.median();
        }
    }
}
