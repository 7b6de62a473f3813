package io.tidemark.adapters.postgres;

import io.tidemark.domain.notification.Grouping;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How alerts are told together, as columns. */
record GroupingColumns(List<String> by, Duration waits, Duration interval, Duration repeats) {
    static @Nullable GroupingColumns of(@Nullable Grouping grouping) {
        return grouping == null
                ? null
                : new GroupingColumns(grouping.by(), grouping.waits(), grouping.interval(), grouping.repeats());
    }

    Grouping toGrouping() {
        return new Grouping(by, waits, interval, repeats);
    }
}
