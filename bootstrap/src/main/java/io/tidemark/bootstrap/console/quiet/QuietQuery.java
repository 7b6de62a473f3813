package io.tidemark.bootstrap.console.quiet;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.application.quiet.SilenceDesk.Selection;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.domain.label.Matcher;
import java.util.List;

/**
 * What an address of the page asks for.
 *
 * @param selection which silences
 * @param preview what is to be looked at before it is made: {@code window}, {@code silence} or nothing
 * @param draft what was filled in
 */
record QuietQuery(Selection selection, String preview, Draft draft) {
    static final String PATH = "/quiet";
    static final String WINDOW = "window";
    static final String SILENCE = "silence";

    private static final int MAX_LENGTH = 4_000;

    /** What was filled in, as it was: it may be wrong. */
    record Draft(
            String name,
            String recurrence,
            String timeZone,
            String matchers,
            String breakThrough,
            String until,
            String reason) {
        static final Draft EMPTY = new Draft("", "", "", "", "", "", "");

        /** One condition a line. */
        List<Matcher> parsedMatchers() {
            return matchers.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Matcher::parse)
                    .toList();
        }
    }

    static QuietQuery of(Context ctx) {
        return new QuietQuery(
                selection(requireNonNullElse(ctx.queryParam("silences"), "current")),
                requireNonNullElse(ctx.queryParam("preview"), ""),
                new Draft(
                        text(ctx, "name"),
                        text(ctx, "recurrence"),
                        text(ctx, "timeZone"),
                        text(ctx, "matchers"),
                        text(ctx, "breakThrough"),
                        text(ctx, "until"),
                        text(ctx, "reason")));
    }

    /** What was filled in for a window, or for a silence. */
    Draft draft(String asked) {
        return preview.equals(asked) ? draft : Draft.EMPTY;
    }

    /** A window like this one, to be looked at. */
    static String example(String recurrence) {
        return Address.of(PATH)
                        .with("preview", WINDOW)
                        .with("recurrence", recurrence)
                        .href() + "#new-window";
    }

    private static Selection selection(String word) {
        return switch (word) {
            case "current" -> Selection.CURRENT;
            case "all" -> Selection.ALL;
            default -> throw new BadRequestResponse("silences '%s' must be one of current, all".formatted(word));
        };
    }

    private static String text(Context ctx, String name) {
        String text = requireNonNullElse(ctx.queryParam(name), "");
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
