package io.tidemark.bootstrap.otlp;

import io.tidemark.domain.timing.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes JSON of attributes so that it fits: the longest values are cut first, and what was cut is said. */
final class BoundedJson {
    static final String CUT = "tidemark.cut";
    static final String LEFT_OUT = "tidemark.left_out";

    private static final int[] LENGTHS = {Integer.MAX_VALUE, 8_000, 4_000, 2_000, 1_000, 500, 250, 100};
    private static final int MAX_NAMED = 20;
    private static final int MAX_KEPT = 50;
    private static final int MAX_KEY_LENGTH = 100;

    private BoundedJson() {}

    static JsonObject of(Map<String, @Nullable Object> attributes) {
        return JsonObject.of(IntStream.of(LENGTHS)
                .mapToObj(length -> cut(attributes, length))
                .filter(BoundedJson::fits)
                .findFirst()
                .orElseGet(() -> few(attributes)));
    }

    private static boolean fits(Map<String, @Nullable Object> attributes) {
        try {
            JsonObject.of(attributes);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, @Nullable Object> cut(Map<String, @Nullable Object> attributes, int length) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        List<String> cut = new ArrayList<>();
        attributes.forEach((key, value) -> {
            String text = String.valueOf(value);
            boolean isLong = text.length() > length;
            kept.put(key, isLong ? Texts.cut(text, length) : value);
            if (isLong && cut.size() < MAX_NAMED) {
                cut.add(key);
            }
        });
        if (!cut.isEmpty()) {
            kept.put(CUT, cut);
        }
        return kept;
    }

    private static Map<String, @Nullable Object> few(Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> few = new LinkedHashMap<>();
        attributes.entrySet().stream()
                .limit(MAX_KEPT)
                .forEach(entry -> few.put(
                        Texts.cut(entry.getKey(), MAX_KEY_LENGTH), Texts.cut(String.valueOf(entry.getValue()), 100)));
        few.put(LEFT_OUT, attributes.size() - Math.min(MAX_KEPT, attributes.size()));
        return few;
    }
}
