package io.tidemark.bootstrap.demo;

/**
 * One kind of work of the simulated pgGit.
 *
 * @param name the operation
 * @param medianMicros what half of its runs stay below
 * @param spread the deviation of the logarithm of its durations
 * @param perMinute how often it runs in the busiest hours
 */
record DemoOperation(String name, double medianMicros, double spread, double perMinute) {}
