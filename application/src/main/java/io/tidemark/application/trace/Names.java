package io.tidemark.application.trace;

import io.tidemark.domain.timing.Scope;

/** Makes names of what an application says: nothing that it says about a span may fail. */
final class Names {
    private Names() {}

    static String name(String text, String otherwise) {
        return text.isBlank() ? otherwise : text(text, Scope.MAX_NAME_LENGTH);
    }

    static String text(String text, int max) {
        return text.substring(0, Math.min(text.length(), max)).replace('\0', '\uFFFD');
    }
}
