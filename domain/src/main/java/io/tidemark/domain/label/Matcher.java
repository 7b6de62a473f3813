package io.tidemark.domain.label;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.label.Expression.Answer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one label of alerts, in the meaning that Alertmanager gave it: a label that an alert does not have is the
 * empty text, and a regular expression is for the whole text.
 *
 * <p>An expression that takes too many steps for a text matches nothing, in both senses: what depends on it does not
 * happen, so that no alert is hidden by mistake.
 */
public final class Matcher {
    public static final int MAX_VALUE_LENGTH = 500;

    private static final Pattern METADATA = Pattern.compile(Pattern.quote(Label.METADATA) + "[^=!~\"\\s]{1,200}");
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_./:@-]+");

    private final String label;
    private final Operator operator;
    private final String value;
    private final @Nullable Expression expression;

    /**
     * A condition.
     *
     * @throws IllegalArgumentException when there is no such label, when no alert can have such a value, or when it is no
     *     regular expression; says what there is
     */
    public Matcher(String label, Operator operator, String value) {
        this.label = requireLabel(label);
        this.operator = requireNonNull(operator, "operator");
        String checked = requireValue(value);
        if (operator.isExpression()) {
            this.value = checked;
            this.expression = new Expression(checked);
        } else {
            this.value = Label.of(label).map(known -> known.value(checked)).orElse(checked);
            this.expression = null;
        }
    }

    /**
     * Reads a condition: {@code severity=CRITICAL}, {@code operation=~"commit|merge.*"}, {@code user!=backup}.
     *
     * @throws IllegalArgumentException when it breaks the rules; says which, and lists the labels or the operators
     */
    public static Matcher parse(String text) {
        return MatcherText.parse(text);
    }

    /** Whether all of them match; so it is when there are none. */
    public static boolean all(List<Matcher> matchers, Labels labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    public boolean matches(Labels labels) {
        String text = labels.text(label);
        return switch (operator) {
            case EQUAL -> text.equals(value);
            case NOT_EQUAL -> !text.equals(value);
            case MATCHES -> answers(text) == Answer.MATCHES;
            case MATCHES_NOT -> answers(text) == Answer.DIFFERS;
        };
    }

    public String label() {
        return label;
    }

    public Operator operator() {
        return operator;
    }

    public String value() {
        return value;
    }

    private Answer answers(String text) {
        return requireNonNull(expression, "expression").answer(text);
    }

    private static String requireLabel(String label) {
        if (Label.of(label).isEmpty() && !METADATA.matcher(label).matches()) {
            throw new IllegalArgumentException(
                    "label '%s' is unknown: there are %s, and %s<key>".formatted(label, Label.words(), Label.METADATA));
        }
        return label;
    }

    private static String requireValue(String value) {
        if (value.length() > MAX_VALUE_LENGTH || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a value of %d characters must not be longer than %d, or contain a NUL character"
                            .formatted(value.length(), MAX_VALUE_LENGTH));
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matcher matcher && toString().equals(matcher.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        boolean plain = PLAIN.matcher(value).matches();
        return label + operator.sign() + (plain ? value : MatcherText.quoted(value));
    }
}
