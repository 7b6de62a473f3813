package io.tidemark.domain.label;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression for the whole of a text. An expression that backtracks without end would hold up every alert, so it
 * gives up after a number of steps, and does not look at all at a text so long that matching it could exhaust the stack.
 */
final class Expression {
    private static final int MOST_STEPS = 100_000;
    static final int LONGEST_TEXT = 1_000;

    private final Pattern pattern;

    Expression(String text) {
        try {
            pattern = Pattern.compile(text, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'%s' is no regular expression: %s near character %d; write as Java does, .* for any text"
                            .formatted(text, e.getDescription(), e.getIndex() + 1),
                    e);
        }
    }

    /** What it says of a text. */
    Answer answer(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Answer.GAVE_UP;
        }
        try {
            return pattern.matcher(new Counted(text)).matches() ? Answer.MATCHES : Answer.DIFFERS;
        } catch (TooManySteps e) {
            return Answer.GAVE_UP;
        }
    }

    enum Answer {
        MATCHES,
        DIFFERS,
        GAVE_UP
    }

    /** A text that counts how often it is looked at: the matcher of the JDK cannot be interrupted in another way. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            steps++;
            if (steps > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Without a stack trace, as it only leads out of the matcher. */
    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super("more than %d steps".formatted(MOST_STEPS), null, false, false);
        }
    }
}
