package io.tidemark.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.notification.Template.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {operation} took {actual} | commit took 14.4 ms
            {operation}{operation}    | commitcommit
            {{operation}}             | {operation}
            {{{operation}}}           | {commit}
            no field                  | no field
            a } alone                 | a } alone
            """)
    void fill_putsTheValuesInPlaceOfTheFields(String template, String text) {
        assertThat(Template.parse(template).fill(TemplateTest::ofACommit)).isEqualTo(text);
    }

    @Test
    void fill_leavesOutALineWhoseFieldsAreAllEmpty() {
        assertThat(Template.parse("{operation} is slow\non {branch}\n\nby {user}, {actual}")
                        .fill(TemplateTest::ofACommit))
                .isEqualTo("commit is slow\n\nby , 14.4 ms");
    }

    @Test
    void parse_refusesAFieldThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse("{opration} is slow"))
                .withMessageStartingWith("there is no field {opration}: there are subject, operation, branch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{operation", "{}", "{ operation }", "{operation is slow"})
    void parse_refusesABraceThatBeginsNoField(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse(template))
                .withMessage(
                        "the brace at character 1 must begin a field such as {operation}; write {{ for a brace itself");
    }

    private static String ofACommit(Field field) {
        if (field == Field.OPERATION) {
            return "commit";
        }
        return field == Field.ACTUAL ? "14.4 ms" : "";
    }
}
