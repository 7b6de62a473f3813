package io.tidemark.bootstrap.demo;

/**
 * Which story the demo tells.
 *
 * @param seed the same seed tells the same story
 * @param days how many days of it are over when it begins: from 1 to {@value #MAX_DAYS}, as far as timings are kept
 */
public record DemoSettings(long seed, int days) {
    public static final int MAX_DAYS = 400;
    public static final DemoSettings DEFAULT = new DemoSettings(2026, 2);

    public DemoSettings {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days %d must be from 1 to %d".formatted(days, MAX_DAYS));
        }
    }
}
