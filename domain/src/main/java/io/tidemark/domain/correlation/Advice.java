package io.tidemark.domain.correlation;

import java.util.regex.Pattern;

/**
 * What operations are likely to share when they get slow together, and what to do about it.
 *
 * @param bottleneck in capitals, such as {@code OBJECT_STORAGE_IO}
 * @param recommendation a sentence or two
 */
public record Advice(String bottleneck, String recommendation) {
    public static final int MAX_RECOMMENDATION_LENGTH = 500;

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");

    public Advice {
        if (!WORD.matcher(bottleneck).matches()) {
            throw new IllegalArgumentException(
                    "bottleneck \"%s\" must be 1 to 60 capitals, digits and underscores, such as OBJECT_STORAGE_IO"
                            .formatted(bottleneck));
        }
        if (recommendation.isBlank()
                || recommendation.length() > MAX_RECOMMENDATION_LENGTH
                || recommendation.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("recommendation of %d characters must have 1 to %d, and no NUL character"
                    .formatted(recommendation.length(), MAX_RECOMMENDATION_LENGTH));
        }
    }
}
