package io.tidemark.application.backtest;

import java.util.Collection;

/** Nothing is stored of an operation. */
public final class UnknownOperationException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_NAMED = 20;

    UnknownOperationException(String operation, Collection<String> known) {
        super("nothing is stored of operation '%s': there is %s"
                .formatted(
                        operation,
                        known.isEmpty()
                                ? "no operation with timings yet"
                                : String.join(
                                        ", ",
                                        known.stream()
                                                .sorted()
                                                .limit(MOST_NAMED)
                                                .toList())));
    }
}
