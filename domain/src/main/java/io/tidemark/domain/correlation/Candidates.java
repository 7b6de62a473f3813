package io.tidemark.domain.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts pairs, and keeps those that reach the threshold: when there are very many, the strongest. */
final class Candidates implements Pearson.Visitor {
    /** More than anybody reads. */
    static final int MOST = 100_000;

    private static final Comparator<Candidate> STRONGEST_FIRST =
            Comparator.comparingDouble(candidate -> -Math.abs(candidate.coefficient()));

    private final double threshold;
    private final List<Candidate> kept = new ArrayList<>();
    private double least;
    private long pairs;
    private long fewMinutes;
    private long noDeviation;

    Candidates(double threshold) {
        this.threshold = threshold;
        this.least = threshold;
    }

    @Override
    public void see(int one, int other, double coefficient, int steps) {
        pairs++;
        if (Math.abs(coefficient) >= least) {
            kept.add(new Candidate(one, other, coefficient, steps));
            if (kept.size() >= 2 * MOST) {
                keepStrongest();
            }
        } else if (Double.isNaN(coefficient)) {
            count(steps);
        }
    }

    /** The strongest first. */
    List<Candidate> strongest() {
        keepStrongest();
        return List.copyOf(kept);
    }

    Tested tested() {
        return new Tested(pairs, fewMinutes, noDeviation);
    }

    private void count(int steps) {
        if (steps < Pearson.FEWEST_STEPS) {
            fewMinutes++;
        } else {
            noDeviation++;
        }
    }

    private void keepStrongest() {
        kept.sort(STRONGEST_FIRST);
        if (kept.size() > MOST) {
            kept.subList(MOST, kept.size()).clear();
            least = Math.max(threshold, Math.abs(kept.get(MOST - 1).coefficient()));
        }
    }

    /** A pair, by the places of its series. */
    record Candidate(int one, int other, double coefficient, int steps) {}
}
