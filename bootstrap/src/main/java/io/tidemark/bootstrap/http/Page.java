package io.tidemark.bootstrap.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param items what it holds
 * @param next the cursor with which it goes on, or null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {
    /** Of one more than was asked for, if there is one more: it tells that the list goes on. */
    static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        return new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    <R> List<R> as(Function<T, R> shape) {
        return items.stream().map(shape).toList();
    }
}
