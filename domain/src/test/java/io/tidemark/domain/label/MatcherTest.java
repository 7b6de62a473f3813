package io.tidemark.domain.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private static final Labels SLOW_COMMIT =
            new Labels(Map.of("operation", "commit", "severity", "WARNING", "user", "anna"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation=commit|true",
                "operation=comm|false",
                "operation!=commit|false",
                "operation!=merge|true",
                "operation=~comm.*|true",
                "operation=~comm|false",
                "operation=~ommit|false",
                "operation=~commit|merge|true",
                "operation!~comm.*|false",
                "operation!~comm|true",
                "branch=|true",
                "branch!=|false",
                "branch=~.*|true",
                "branch=~.+|false",
                "metadata.region=eu|false",
                "metadata.region!=eu|true"
            })
    void matches_asAlertmanagerDefinesIt(String row) {
        int bar = row.lastIndexOf('|');
        boolean expected = Boolean.parseBoolean(row.substring(bar + 1));

        assertThat(Matcher.parse(row.substring(0, bar)).matches(SLOW_COMMIT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"severity=warning", " severity = WARNING ", "severity=\"Warning\""})
    void parse_takesSpacesAndQuotesAndAnyCaseOfAChoice(String text) {
        assertThat(Matcher.parse(text)).isEqualTo(new Matcher("severity", Operator.EQUAL, "WARNING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"user=\"a b\"", "user=\"say \\\"hi\\\"\"", "user=~\"\\\\d+\"", "user=\"\"", "branch=feature/x"})
    void toString_isReadByParse(String text) {
        Matcher matcher = Matcher.parse(text);

        assertThat(matcher).hasToString(text);
        assertThat(Matcher.parse(matcher.toString())).isEqualTo(matcher);
    }

    @Test
    void parse_leavesTheBackslashesOfAnExpression() {
        assertThat(Matcher.parse("user=~\"\\d+\"").value()).isEqualTo("\\d+");
    }

    @Test
    void parse_listsTheLabels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matcher.parse("opration=commit"))
                .withMessage("'opration=commit' is no matcher: label 'opration' is unknown: there are type, severity,"
                        + " operation, category, branch, user, subject, and metadata.<key>");
    }

    @Test
    void parse_listsTheOperators() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matcher.parse("severity CRITICAL"))
                .withMessage(
                        "'severity CRITICAL' is no matcher: between label and value stands one of = != =~ !~, as in"
                                + " severity=CRITICAL");
    }

    @Test
    void parse_listsTheValuesThatAlertsCanHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matcher.parse("severity=high"))
                .withMessageEndingWith("severity \"high\" must be one of INFO, WARNING, CRITICAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user=~\"(\"", "user=\"anna", "user=\"anna\"x", "user==anna\0", "metadata.=x", "=x", ""})
    void parse_refusesWhatIsWrong(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Matcher.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(.*a){20}", "(a|aa)+\\1b", "(a+)+\\1+b"})
    void expressionWithoutEnd_matchesNothing_inBothSenses(String expression) {
        Labels labels = new Labels(Map.of("user", "a".repeat(60) + "!"));

        assertThat(new Matcher("user", Operator.MATCHES, expression).matches(labels))
                .isFalse();
        assertThat(new Matcher("user", Operator.MATCHES_NOT, expression).matches(labels))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$"})
    void nestedRepetition_comesToAnEnd(String expression) {
        Labels labels = new Labels(Map.of("user", "a".repeat(900) + "!"));

        assertThat(new Matcher("user", Operator.MATCHES, expression).matches(labels))
                .isFalse();
    }

    @Test
    void expression_doesNotExhaustTheStack() {
        Labels labels = new Labels(Map.of("user", "ab".repeat(100_000)));

        assertThat(new Matcher("user", Operator.MATCHES, "(a|b)*").matches(labels))
                .isFalse();
        assertThat(new Matcher("user", Operator.MATCHES, "(a|b)*")
                        .matches(new Labels(Map.of("user", "a".repeat(Expression.LONGEST_TEXT)))))
                .isTrue();
    }
}
