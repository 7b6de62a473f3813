package io.tidemark.application.record;

import static java.util.Objects.requireNonNull;

/**
 * Why a row was not stored.
 *
 * @param row its place among the rows that were handed in, counted from 0
 * @param field the field that breaks a rule; empty when it is the row as a whole
 * @param value the value of that field, shortened; empty when there is none
 * @param rule what is wrong with it, in words
 */
public record Refusal(int row, String field, String value, String rule) {
    private static final int MAX_LENGTH = 80;

    public Refusal {
        requireNonNull(field, "field");
        requireNonNull(rule, "rule");
        value = value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "…";
    }
}
