package io.tidemark.bootstrap.console.merges;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.application.port.MergeReader.Place;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.MergeBottleneck;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergeStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the page asks for.
 *
 * @param period how much of the past
 * @param filter which merges
 * @param after the place after which the list of merges begins, or null for the latest
 */
record MergesQuery(
        Period period, MergeFilter filter, @Nullable Place after) {
    static final String PATH = "/merges";

    private static final int STEPS_AT_ONCE = 6;

    static MergesQuery of(Context ctx, Instant now) {
        try {
            MergeFilter filter = new MergeFilter(
                    given(ctx, "source"),
                    given(ctx, "target"),
                    choice(ctx, "status", MergeStatus.class),
                    choice(ctx, "bottleneck", MergeBottleneck.class));
            return new MergesQuery(Period.of(ctx, now, TimeWindow.ONE_DAY), filter, place(given(ctx, "after")));
        } catch (IllegalArgumentException e) {
            BadRequestResponse wrong = new BadRequestResponse(String.valueOf(e.getMessage()));
            wrong.initCause(e);
            throw wrong;
        }
    }

    /** Where the page is, with the latest merges. */
    Address address() {
        return Address.of(PATH)
                .with(period)
                .with("source", orEmpty(filter.source()))
                .with("target", orEmpty(filter.target()))
                .with("status", word(filter.status()))
                .with("bottleneck", word(filter.bottleneck()));
    }

    /** Where the merges of a pair are, in the same stretch of time. */
    Address of(BranchPair pair) {
        return Address.of(PATH).with(period).with("source", pair.source()).with("target", pair.target());
    }

    /** The same stretch in fewer steps: for pictures as small as a word, and for pairs that are merged now and then. */
    Period coarse() {
        return new Period(period.range(), period.step().multipliedBy(STEPS_AT_ONCE), period.tick(), period.window());
    }

    boolean isFiltered() {
        return !filter.equals(MergeFilter.ALL);
    }

    /** As it stands in an address. */
    static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT);
    }

    static String word(Place place) {
        return place.completion() + "_" + place.id();
    }

    private static @Nullable String given(Context ctx, String name) {
        String text = ctx.queryParam(name);
        return text == null || text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> @Nullable E choice(Context ctx, String name, Class<E> type) {
        String text = given(ctx, name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s '%s' must be one of %s"
                        .formatted(
                                name,
                                text,
                                Arrays.stream(type.getEnumConstants())
                                        .map(MergesQuery::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static @Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        int middle = Math.max(0, after.lastIndexOf('_'));
        try {
            return new Place(Instant.parse(after.substring(0, middle)), Long.parseLong(after.substring(middle + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "after '%s' must be what a link to older merges says".formatted(after), e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
