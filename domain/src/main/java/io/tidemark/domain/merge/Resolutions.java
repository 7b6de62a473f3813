package io.tidemark.domain.merge;

/** In how many merges conflicts were resolved which way; {@code none} is how many had nothing to resolve. */
public record Resolutions(long auto, long manual, long rejected, long none) {
    public Resolutions {
        Counts.requireNotNegative(auto, manual, rejected, none);
    }
}
