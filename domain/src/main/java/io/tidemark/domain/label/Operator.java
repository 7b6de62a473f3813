package io.tidemark.domain.label;

import java.util.Arrays;
import java.util.Optional;

/** How a matcher compares. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    MATCHES("=~"),
    MATCHES_NOT("!~");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
        return sign;
    }

    boolean isExpression() {
        return this == MATCHES || this == MATCHES_NOT;
    }

    /** The one that a text begins with: the longest, as one sign begins like another. */
    static Optional<Operator> at(String text) {
        return Arrays.stream(values())
                .filter(operator -> text.startsWith(operator.sign))
                .max((one, other) -> Integer.compare(one.sign.length(), other.sign.length()));
    }
}
