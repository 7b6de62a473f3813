package io.tidemark.bridge.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tidemark.application.RecordedTimings;
import io.tidemark.application.record.Loss;
import io.tidemark.domain.timing.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TidemarkObservationHandlerTest {
    private final RecordedTimings recorded = new RecordedTimings();
    private final ObservationRegistry observations = ObservationRegistry.create();

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void observation_isRecordedUnderItsName() {
        handle(new TidemarkObservationHandler(recorded.tidemark()));
        Observation.createNotStarted("shop.checkout", observations)
                .lowCardinalityKeyValue("region", "eu")
                .observe(() -> recorded.pass(Duration.ofMillis(3)));

        Timing timing = recorded.only();
        assertThat(timing.operation()).isEqualTo("shop.checkout");
        assertThat(timing.durationMicros()).isEqualTo(3_000);
        assertThat(timing.context()).isEqualTo(recorded.tidemark().context());
    }

    @Test
    void observationThatFails_isRecordedWithItsError_whichPassesThrough() {
        handle(new TidemarkObservationHandler(recorded.tidemark()));
        IOException failure = new IOException("no stock");

        assertThatThrownBy(() -> Observation.createNotStarted("shop.checkout", observations)
                        .observeChecked(() -> {
                            throw failure;
                        }))
                .isSameAs(failure);
        assertThat(String.valueOf(recorded.only().context().details().error()))
                .isEqualTo("{\"class\":\"java.io.IOException\",\"message\":\"no stock\"}");
    }

    @Test
    void observation_withABranch_isRecordedOnIt() {
        handle(new TidemarkObservationHandler(recorded.tidemark()));
        Observation.createNotStarted("commit", observations)
                .lowCardinalityKeyValue("branch", "main")
                .observe(() -> {});

        assertThat(recorded.only().context().branch()).isEqualTo("main");
    }

    @Test
    void observation_isNamedByAFunction_whenItStops() {
        handle(new TidemarkObservationHandler(recorded.tidemark(), Observation.Context::getContextualName));
        Observation request = Observation.start("http.server.requests", observations);
        request.contextualName("http get /orders/{id}");
        request.stop();

        assertThat(recorded.only().operation()).isEqualTo("http get /orders/{id}");
    }

    @Test
    void observation_whoseFunctionFailsOrKnowsNoName_keepsItsOwn() {
        handle(new TidemarkObservationHandler(recorded.tidemark(), context -> {
            throw new IllegalStateException("no name");
        }));
        handle(new TidemarkObservationHandler(recorded.tidemark(), context -> null));
        Observation.createNotStarted("shop.checkout", observations).observe(() -> {});

        assertThat(recorded.end()).extracting(Timing::operation).containsExactly("shop.checkout", "shop.checkout");
    }

    @Test
    void observation_whoseNameBreaksTheRules_worksAndIsCountedAsLost() {
        handle(new TidemarkObservationHandler(recorded.tidemark()));
        Observation.createNotStarted("x".repeat(201), observations).observe(() -> {});

        assertThat(recorded.end()).isEmpty();
        assertThat(recorded.tidemark().report().lost()).containsEntry(Loss.INVALID, 1L);
    }

    @Test
    void observation_thatWasNeverStarted_isNoTiming() {
        handle(new TidemarkObservationHandler(recorded.tidemark()));
        Observation.createNotStarted("shop.checkout", observations).stop();

        assertThat(recorded.end()).isEmpty();
    }

    @Test
    void observationsWithinOneAnother_areRecordedEach() {
        handle(new TidemarkObservationHandler(recorded.tidemark()));
        Observation.createNotStarted("outer", observations).observe(() -> {
            recorded.pass(Duration.ofMillis(1));
            Observation.createNotStarted("inner", observations).observe(() -> recorded.pass(Duration.ofMillis(2)));
        });

        assertThat(recorded.end())
                .extracting(Timing::operation, Timing::durationMicros)
                .containsExactly(tuple("inner", 2_000L), tuple("outer", 3_000L));
    }

    @Test
    void observationsOfManyThreads_areRecordedOnceEach() {
        handle(new TidemarkObservationHandler(recorded.tidemark()));
        IntStream.range(0, 2_000)
                .parallel()
                .forEach(i ->
                        Observation.createNotStarted("commit", observations).observe(() -> {}));

        assertThat(recorded.end()).hasSize(2_000);
    }

    private void handle(TidemarkObservationHandler handler) {
        observations.observationConfig().observationHandler(handler);
    }
}
