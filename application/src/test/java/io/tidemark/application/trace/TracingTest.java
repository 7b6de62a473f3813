package io.tidemark.application.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.SpanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TracingTest {
    /** The example of the standard. */
    private static final SpanId CALLER = new SpanId("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 ",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-will-be-like"
            })
    void from_readsTheCallersSpan(String header) {
        assertThat(Tracing.from(header).caller()).contains(CALLER);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void from_takesWhatBreaksTheRulesAsNothing(String header) {
        assertThat(Tracing.from(header).caller()).isEmpty();
    }

    @Test
    void header_isReadBackAsTheSameSpan() {
        assertThat(Tracing.from(Tracing.header(CALLER)).caller()).contains(CALLER);
    }
}
