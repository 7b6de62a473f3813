package io.tidemark.bootstrap.console.overview;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import java.util.Locale;

/**
 * What an address of the overview asks for.
 *
 * @param window how much of the past
 * @param filter what names of operations must contain, in any case; empty for all
 */
record OverviewQuery(TimeWindow window, String filter) {
    private static final int MAX_FILTER_LENGTH = 200;

    static OverviewQuery of(Context ctx) {
        String hours = ctx.queryParam("hours");
        TimeWindow window = TimeWindow.parse(hours).orElseThrow(() -> new BadRequestResponse(TimeWindow.wrong(hours)));
        String filter = requireNonNullElse(ctx.queryParam("q"), "").strip();
        return new OverviewQuery(
                window, filter.length() > MAX_FILTER_LENGTH ? filter.substring(0, MAX_FILTER_LENGTH) : filter);
    }

    boolean takes(String operation) {
        return operation.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
    }

    /** Where the page is. */
    Address address() {
        return Address.of("/").with("hours", window.word()).with("q", filter);
    }

    /** Where there is more about an operation, for the same stretch of time. */
    String operation(String name) {
        return Address.of("/operations")
                .with("name", name)
                .with("hours", window.word())
                .href();
    }
}
