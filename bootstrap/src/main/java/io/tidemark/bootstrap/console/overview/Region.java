package io.tidemark.bootstrap.console.overview;

import java.util.List;
import java.util.function.Supplier;

/**
 * A part of a page that changes by itself.
 *
 * @param id what it is called in the page
 * @param html the whole of it
 * @param parts what it consists of: while these stay the same ones, they change one by one, so that nothing jumps
 */
record Region(String id, Supplier<String> html, List<Region> parts) {
    static Region of(String id, String html) {
        return new Region(id, () -> html, List.of());
    }
}
