package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.tidemark.bootstrap.console.frame.Visitor;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** Tells callers who they are here. */
final class MeApi {
    private MeApi() {}

    static void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/me")
                        .says("Tells who calls, and what they may do.")
                        .answers(MeJson.class),
                ctx -> ctx.json(MeJson.of(ctx)));
    }

    /**
     * @param name whom the token stands for, or null for somebody on the machine of the daemon who needs none
     * @param mayChange whether they may change something
     * @param mayAdminister whether they may do everything
     */
    record MeJson(@Nullable String name, String role, boolean mayChange, boolean mayAdminister) {
        static MeJson of(Context ctx) {
            Visitor visitor = Caller.visitor(ctx);
            Role role = requireNonNull(visitor.role(), "nobody comes here without a role");
            return new MeJson(visitor.name(), role.word(), visitor.mayOperate(), visitor.mayAdminister());
        }
    }
}
