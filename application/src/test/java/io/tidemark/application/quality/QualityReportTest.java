package io.tidemark.application.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.quality.Event.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A small report, of a seed that is none of the report's and none of those that rules are developed with. */
@TestInstance(Lifecycle.PER_CLASS)
final class QualityReportTest {
    private static final long SEED = 400_001;

    private final QualityReport report = new QualityReport();
    private final List<Trail> trails = Simulation.of(SEED, 1);

    @BeforeAll
    void addOneRound() {
        report.add(trails);
    }

    @Test
    void simulation_isTheSameForTheSameSeed() {
        Trail one = trails.get(4);
        Trail same = Simulation.of(SEED, 1).get(4);

        assertThat(one.micros(Simulation.START, Simulation.END))
                .hasSizeGreaterThan(1_000)
                .isEqualTo(same.micros(Simulation.START, Simulation.END));
        assertThat(one.events()).hasSize(9).isEqualTo(same.events());
    }

    @Test
    void report_findsLargeSpikesAndSeldomListsWhatIsNone() {
        Truth robust = report.truth("robust z-score, listed");

        assertThat(robust.found(Kind.SPIKE_10_SIGMA).share().value()).isEqualTo(1);
        assertThat(robust.falseTimings().value()).isLessThan(0.01);
    }

    @Test
    void report_datesWhatLasts() {
        Truth shifts = report.truth("level shifts");

        assertThat(List.of(Kind.SHIFT_60, Kind.SHIFT_100))
                .allSatisfy(
                        kind -> assertThat(shifts.found(kind).share().value()).isEqualTo(1));
        assertThat(shifts.falseChecks().value()).isLessThan(0.01);
    }

    @Test
    void report_seldomTellsOfOperationsThatHaveNothingInCommon() {
        assertThat(report.together().wrongPairs().value()).isLessThan(0.01);
    }

    @Test
    void share_hasTheIntervalOfWilson() {
        // Newcombe (1998), table I: 81 of 263 and 15 of 148.
        assertThat(new Share(81, 263).text()).isEqualTo(" 30.8 % [25.5, 36.6]");
        assertThat(new Share(15, 148).text()).isEqualTo(" 10.1 % [6.2, 16.0]");
    }
}
