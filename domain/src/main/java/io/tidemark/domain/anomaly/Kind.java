package io.tidemark.domain.anomaly;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What outliers and degradation together come to. */
public enum Kind {
    /** Outliers in an operation that got slower as well. */
    COMBINED,
    /** Outliers, and otherwise nothing. */
    SINGLE_SPIKE,
    MAJOR_DEGRADATION,
    SUSTAINED_DEGRADATION,
    MILD_DEGRADATION,
    NORMAL;

    /** Those that are listed unless they raise an alert. */
    static List<Kind> listed() {
        return Stream.of(values()).filter(kind -> kind != NORMAL).toList();
    }

    /** As it is written in storages and interfaces, such as {@code single_spike}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
