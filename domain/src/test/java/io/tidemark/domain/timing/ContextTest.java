package io.tidemark.domain.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContextTest {
    @Test
    void context_keepsWhatItWasToldStepByStep() {
        assertThat(Context.of("anna").onBranch("main").named("merge x").inSession("s1"))
                .isEqualTo(new Context("anna", "main", "merge x", "s1", Details.NONE));
    }

    @Test
    void context_knowsOnlyTheUserAtFirst() {
        assertThat(Context.of("anna")).isEqualTo(new Context("anna", null, null, null, Details.NONE));
    }

    @Test
    void context_keepsItsDetailsWhateverElseIsTold() {
        JsonObject plan = new JsonObject("{\"plan\":\"seq scan\"}");
        SpanId span = new SpanId("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");

        Context context = Context.of("anna")
                .withRowsAffected(3)
                .withMetadata(plan)
                .inSpan(span)
                .onBranch("main")
                .named("merge x")
                .inSession("s1");

        assertThat(context.details()).isEqualTo(new Details(new Resources(3L, null, null), plan, null, span));
    }

    @Test
    void resources_nameTheFigureThatIsNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resources(1L, -2L, 3L))
                .withMessage("memoryBytes -2 must not be negative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "an\0na"})
    void context_namesTheFieldItRefuses(String bad) {
        Context anna = Context.of("anna");
        assertRefused("user", bad, () -> Context.of(bad));
        assertRefused("branch", bad, () -> anna.onBranch(bad));
        assertRefused("name", bad, () -> anna.named(bad));
        assertRefused("session", bad, () -> anna.inSession(bad));
    }

    private static void assertRefused(String field, String value, Runnable deed) {
        assertThatIllegalArgumentException()
                .isThrownBy(deed::run)
                .withMessageStartingWith("%s '%s' must not be blank", field, value);
    }
}
