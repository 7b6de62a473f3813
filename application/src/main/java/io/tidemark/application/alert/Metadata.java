package io.tidemark.application.alert;

import static java.util.stream.Collectors.toMap;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.JsonObject;
import java.util.Map;

/** What is known of a run, as far as an alert keeps it. */
final class Metadata {
    static final int MOST = 16;
    static final int LONGEST = 200;

    private Metadata() {}

    /** The first members that hold a single value, without those that are too long to go by. */
    static Map<String, String> of(Context context) {
        JsonObject metadata = context.details().metadata();
        return metadata == null
                ? Map.of()
                : metadata.scalars().entrySet().stream()
                        .filter(each -> each.getKey().length() <= LONGEST
                                && each.getValue().length() <= LONGEST)
                        .limit(MOST)
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
