package io.tidemark.domain.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MergeBottleneckTest {
    @ParameterizedTest
    @CsvSource({
        "51, 50, 49, LCA_FINDING",
        "50, 51, 49, CONFLICT_DETECTION",
        "49, 50, 51, CONFLICT_RESOLUTION",
        "1, 0, 0, LCA_FINDING",
        "0, 1, 0, CONFLICT_DETECTION",
        "0, 0, 1, CONFLICT_RESOLUTION",
        "50, 50, 49, BALANCED",
        "50, 49, 50, BALANCED",
        "49, 50, 50, BALANCED",
        "50, 50, 50, BALANCED",
        "0, 50, 50, BALANCED",
        "0, 0, 0, UNKNOWN"
    })
    void bottleneck_isThePhaseThatIsLongerThanAllOthers(
            long base, long detection, long resolution, MergeBottleneck bottleneck) {
        assertThat(new Phases(base, detection, resolution, 1_000).bottleneck()).isEqualTo(bottleneck);
    }

    @Test
    void rest_isWhatThePhasesLeave() {
        assertThat(new Phases(10, 30, 20, 100).restMicros()).isEqualTo(40);
    }

    @Test
    void rest_ofPhasesThatRanSideBySide_isNone() {
        assertThat(new Phases(80, 70, 60, 100).restMicros()).isZero();
    }
}
