package io.tidemark.bootstrap.http.openapi;

import java.util.Locale;

/** A parameter, and where in the request it stands. */
record Placed(Place place, Parameter<?> parameter) {
    enum Place {
        PATH,
        QUERY,
        HEADER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
