package io.tidemark.domain.operation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an operation works on. Operations that the catalogue does not know are {@link #OTHER}. */
public enum Category {
    BRANCH(Bottleneck.OBJECT_STORAGE_IO),
    COMMIT(Bottleneck.OBJECT_STORAGE_IO),
    MERGE(Bottleneck.MERGE_PIPELINE_SATURATION),
    HISTORY(Bottleneck.QUERY_CACHE_PRESSURE),
    ROLLBACK(Bottleneck.TRANSACTION_LOG_SATURATION),
    SCHEMA(Bottleneck.SHARED_RESOURCE_CONTENTION),
    OTHER(Bottleneck.SHARED_RESOURCE_CONTENTION);

    private final Bottleneck bottleneck;

    Category(Bottleneck bottleneck) {
        this.bottleneck = bottleneck;
    }

    /** What its operations are likely to share when they get slow together. */
    public Bottleneck bottleneck() {
        return bottleneck;
    }

    /**
     * The category of a word.
     *
     * @throws IllegalArgumentException when there is none; lists those that there are
     */
    public static Category of(String word) {
        return Arrays.stream(values())
                .filter(category -> category.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("category \"%s\" must be one of %s"
                        .formatted(
                                word,
                                Arrays.stream(values()).map(Category::word).collect(Collectors.joining(", ")))));
    }

    /** As it is written in storages and interfaces, such as {@code branch}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
