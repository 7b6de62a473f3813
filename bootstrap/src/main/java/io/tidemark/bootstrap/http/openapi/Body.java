package io.tidemark.bootstrap.http.openapi;

import java.util.List;
import java.util.Set;

/**
 * What a call takes.
 *
 * @param contents the forms that it may have
 * @param needed the keys of its object that must be there
 */
record Body(List<Content> contents, Set<String> needed) {
    Body {
        contents = List.copyOf(contents);
        needed = Set.copyOf(needed);
    }
}
