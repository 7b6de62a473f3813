package io.tidemark.domain.label;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How matchers are written: a label, an operator, and a value that may stand in quotes. */
final class MatcherText {
    private static final String SIGNS = "=!~";

    private MatcherText() {}

    static Matcher parse(String text) {
        String written = text.strip();
        int end = 0;
        while (end < written.length() && SIGNS.indexOf(written.charAt(end)) < 0) {
            end++;
        }
        String rest = written.substring(end);
        Operator operator = Operator.at(rest).orElseThrow(() -> noOperator(written));
        try {
            return new Matcher(
                    written.substring(0, end).strip(),
                    operator,
                    value(rest.substring(operator.sign().length()).strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is no matcher: %s".formatted(written, e.getMessage()), e);
        }
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static IllegalArgumentException noOperator(String written) {
        return new IllegalArgumentException("'%s' is no matcher: between label and value stands one of %s, as in %s"
                .formatted(
                        written,
                        Arrays.stream(Operator.values()).map(Operator::sign).collect(Collectors.joining(" ")),
                        "severity=CRITICAL"));
    }

    private static String value(String written) {
        if (!written.startsWith("\"")) {
            return written;
        }
        StringBuilder value = new StringBuilder();
        int at = 1;
        while (at < written.length() && written.charAt(at) != '"') {
            boolean escape =
                    written.charAt(at) == '\\' && at + 1 < written.length() && isEscaped(written.charAt(at + 1));
            value.append(written.charAt(escape ? at + 1 : at));
            at += escape ? 2 : 1;
        }
        if (at != written.length() - 1) {
            throw new IllegalArgumentException(
                    "value %s must end with its quote; inside, a quote is written \\\" and a backslash \\\\"
                            .formatted(written));
        }
        return value.toString();
    }

    /** Other backslashes stay as they are, so that expressions need not be written twice. */
    private static boolean isEscaped(char next) {
        return next == '"' || next == '\\';
    }
}
