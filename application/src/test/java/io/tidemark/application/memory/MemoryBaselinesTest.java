package io.tidemark.application.memory;

import static io.tidemark.application.port.StorageFixture.baseline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.timing.Scope;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryBaselinesTest {
    private final MemoryBaselines baselines = new MemoryBaselines(new MemorySignals());

    @Test
    void activate_refusesAnotherScopeBeyondTheBound() {
        activate(10_000);

        assertThatThrownBy(() -> baselines.activate(baseline(Scope.of("commit"), 400)))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refusal -> assertThat(refusal.isPassing()).isFalse());
        assertThat(baselines.active()).hasSize(10_000);
    }

    @Test
    void activate_replacesTheBaselineOfAKnownScopeAtTheBound() {
        activate(10_000);

        ActiveBaseline newer = baselines.activate(baseline(Scope.of("operation 5"), 500));

        assertThat(baselines.active()).hasSize(10_000).contains(newer);
    }

    private void activate(int count) {
        IntStream.range(0, count).forEach(i -> baselines.activate(baseline(Scope.of("operation " + i), 400)));
    }
}
