package io.tidemark.domain.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScopeTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "com\0mit"})
    void scope_refusesAnOperationThatIsBlankOrHoldsNul(String operation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.of(operation))
                .withMessage(
                        "operation '%s' must not be blank, longer than 200 characters, or contain a NUL character",
                        operation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ma\0in"})
    void scope_refusesABranchThatIsBlankOrHoldsNul(String branch) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scope("commit", branch))
                .withMessageStartingWith("branch '%s' must not be blank", branch);
    }

    @Test
    void scope_takesANameOf200Characters() {
        assertThat(Scope.of("c".repeat(200)).operation()).hasSize(200);
    }

    @Test
    void scope_refusesALongerNameAndShowsItsBeginning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.of("c".repeat(201)))
                .withMessageStartingWith("operation '%s… (201 characters)' must not be", "c".repeat(40))
                .withMessageContaining("longer than 200 characters");
    }

    @Test
    void scope_namesTheOperationThatIsMissing() {
        assertThatNullPointerException().isThrownBy(() -> Scope.of(null)).withMessage("operation");
    }

    @Test
    void withoutBranch_isTheOperationAsAWhole() {
        assertThat(new Scope("commit", "main").withoutBranch()).isEqualTo(Scope.of("commit"));
    }

    @Test
    void toString_readsAsASentence() {
        assertThat(new Scope("commit", "main")).hasToString("commit on main");
        assertThat(Scope.of("commit")).hasToString("commit");
    }
}
