package io.tidemark.bootstrap.console.operation;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import java.time.Instant;

/**
 * What an address of the page asks for.
 *
 * @param name the operation; anything, even what no operation can be called
 * @param period the stretch of time that is shown
 * @param compare with which other stretch
 */
record OperationQuery(String name, Period period, Compare compare) {
    static final String PATH = "/operations";

    static OperationQuery of(Context ctx, Instant now) {
        String name = ctx.queryParam("name");
        if (name == null) {
            throw new BadRequestResponse("name is missing: the overview at / lists the operations");
        }
        Period period = Period.of(ctx, now, TimeWindow.ONE_DAY);
        return new OperationQuery(name, period, Compare.parse(ctx.queryParam("compare")));
    }

    /** Where the page is. */
    Address address() {
        return of(name).with(period).with("compare", compare.word());
    }

    /** Where the page of an operation is. */
    static Address of(String name) {
        return Address.of(PATH).with("name", name);
    }
}
