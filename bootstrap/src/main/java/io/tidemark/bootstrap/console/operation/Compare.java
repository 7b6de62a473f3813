package io.tidemark.bootstrap.console.operation;

import io.javalin.http.BadRequestResponse;
import io.tidemark.bootstrap.console.frame.Period;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** With which other stretch of time one is compared. */
enum Compare {
    NOTHING("Nothing", ""),
    BEFORE("The time before", "the time before"),
    WEEK("A week earlier", "a week earlier");

    private static final Duration A_WEEK = Duration.ofDays(7);

    private final String label;
    private final String phrase;

    Compare(String label, String phrase) {
        this.label = label;
        this.phrase = phrase;
    }

    static Compare parse(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return NOTHING;
        }
        return Arrays.stream(values())
                .filter(one -> one != NOTHING && one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse("compare '%s' must be one of %s"
                        .formatted(
                                word,
                                Arrays.stream(values())
                                        .map(Compare::word)
                                        .filter(one -> !one.isEmpty())
                                        .collect(Collectors.joining(", ")))));
    }

    /** As it stands in an address. */
    String word() {
        return this == NOTHING ? "" : name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** As in "p99 a week earlier". */
    String phrase() {
        return phrase;
    }

    /** How much earlier the other stretch is: whole steps, so that step lies on step. */
    Duration shift(Period period) {
        Duration length = Duration.between(period.range().from(), period.range().to());
        boolean wholeSteps = A_WEEK.toSeconds() % period.step().toSeconds() == 0;
        return this == WEEK && wholeSteps ? A_WEEK : length;
    }
}
