package io.tidemark.bootstrap.console.frame;

import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of a page.
 *
 * @param assets where the style sheet and the script are
 * @param place where it is, or null when it is none of the places
 * @param visitor who looks at it
 * @param path its path, to come back to after a login
 */
public record Frame(Assets assets, @Nullable Place place, Visitor visitor, String path) {}
