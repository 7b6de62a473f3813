package io.tidemark.bootstrap.cli;

import org.jspecify.annotations.Nullable;

/** An address with parameters; those that nobody gave are left out. */
record QueryText(String text) {
    static QueryText of(String path) {
        return new QueryText(path);
    }

    QueryText with(String key, @Nullable String value) {
        return value == null
                ? this
                : new QueryText(text + (text.contains("?") ? '&' : '?') + key + '=' + DaemonClient.encoded(value));
    }

    @Override
    public String toString() {
        return text;
    }
}
