package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request, none of them unknown. */
final class Query {
    private final Context ctx;

    private Query(Context ctx) {
        this.ctx = ctx;
    }

    static Query of(Context ctx, String... known) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!Arrays.asList(known).contains(name)) {
                throw ProblemException.badRequest(
                        "unknown parameter '%s': there are %s".formatted(name, String.join(", ", known)));
            }
        }
        return new Query(ctx);
    }

    /** One of the constants, in lower case; the first one without a parameter. */
    <E extends Enum<E>> E choice(String name, List<E> choices) {
        String value = ctx.queryParam(name);
        if (value == null) {
            return choices.get(0);
        }
        return choices.stream()
                .filter(choice -> word(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("%s '%s' must be one of %s"
                        .formatted(
                                name, value, choices.stream().map(Query::word).collect(Collectors.joining(", ")))));
    }

    boolean flag(String name) {
        String value = requireNonNullElse(ctx.queryParam(name), "false");
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw ProblemException.badRequest("%s '%s' must be true or false".formatted(name, value));
    }

    /** The parameter, or null without one; who came with a token is who that stands for, whatever {@code by} says. */
    @Nullable
    String text(String name) {
        String value = ctx.queryParam(name);
        return name.equals("by") ? Caller.known(ctx).orElse(value) : value;
    }

    /** A parameter that must be there. */
    String needed(String name) {
        String value = ctx.queryParam(name);
        if (value == null) {
            throw ProblemException.badRequest("the parameter %s is missing".formatted(name));
        }
        return value;
    }

    /** A number from {@code min} to {@code max}, both included. */
    double decimal(String name, double otherwise, double min, double max) {
        String value = ctx.queryParam(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}([.][0-9]{1,9})?")
                && Double.parseDouble(value) >= min
                && Double.parseDouble(value) <= max) {
            return Double.parseDouble(value);
        }
        throw ProblemException.badRequest("%s '%s' must be a number from %s to %s".formatted(name, value, min, max));
    }

    int number(String name, int otherwise, int max) {
        String value = ctx.queryParam(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= max) {
            return Integer.parseInt(value);
        }
        throw ProblemException.badRequest("%s '%s' must be a whole number from 1 to %d".formatted(name, value, max));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
