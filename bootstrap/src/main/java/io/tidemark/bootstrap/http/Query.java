package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.bootstrap.settings.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request, as its call describes them. */
final class Query {
    /** For calls without a body that write down who asked. */
    static final Parameter<@Nullable String> BY =
            Parameter.text("by", "Who asks; a token stands for whom it was made, whatever this says.");

    private static final String ATTRIBUTE = "tidemark.call";

    private final Context ctx;
    private final Call call;

    private Query(Context ctx, Call call) {
        this.ctx = ctx;
        this.call = call;
    }

    /** Refuses parameters that the call does not describe. Probes and collectors may add what they like. */
    static void admit(Context ctx, Call call) {
        ctx.attribute(ATTRIBUTE, call);
        if (!ctx.path().startsWith("/api/")) {
            return;
        }
        List<String> known = call.queryNames();
        for (String name : ctx.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw ProblemException.badRequest(unknown(name, known));
            }
        }
    }

    static Query of(Context ctx) {
        return new Query(ctx, requireNonNull(ctx.<Call>attribute(ATTRIBUTE), "call"));
    }

    <T extends @Nullable Object> T get(Parameter<T> parameter) {
        if (!call.takes(parameter)) {
            throw new IllegalStateException("%s does not say that it takes '%s'".formatted(call, parameter));
        }
        return ProblemException.checked(() -> parameter.read(ctx.queryParam(parameter.name())));
    }

    /** Who is to be written down. */
    String by() {
        return Caller.name(ctx, get(BY));
    }

    private static String unknown(String name, List<String> known) {
        if (known.isEmpty()) {
            return "unknown parameter '%s': there are none here".formatted(name);
        }
        String meant = Suggestion.closest(name, known)
                .map(" (did you mean '%s'?)"::formatted)
                .orElse("");
        return "unknown parameter '%s'%s: there are %s".formatted(name, meant, String.join(", ", known));
    }
}
