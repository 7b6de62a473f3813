package io.tidemark.bootstrap.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Chance, seeded: the same seed throws the same. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean hits(double share) {
        return random.nextDouble() < share;
    }

    /** The whole times, and once more by chance for the fraction. */
    int times(double expected) {
        int whole = (int) expected;
        return whole + (hits(expected - whole) ? 1 : 0);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Log-normal durations: half of them below the median. By Box and Muller: a sum of uniform values has no tails. */
    double around(double median, double spread) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * random.nextDouble()));
    }

    Instant within(Instant from, Duration length) {
        return from.plus(random.nextLong(length.toNanos() / 1_000), ChronoUnit.MICROS);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Digits of a number that nobody else has. */
    String hex(int digits) {
        StringBuilder hex = new StringBuilder("1");
        while (hex.length() < digits) {
            hex.append(Character.forDigit(below(16), 16));
        }
        return hex.toString();
    }
}
