package io.tidemark.domain.backtest;

import static io.tidemark.domain.backtest.ReachedFixture.after;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpisodeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void of_thePastWithoutAStepThatFires_isNone() {
        assertThat(Episode.of(Rule.THRESHOLD, 2, List.of(after(0, 2), after(1, 0)), HOUR))
                .isEmpty();
        assertThat(Episode.of(Rule.THRESHOLD, 2, List.of(), HOUR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"THRESHOLD, 0", "ROBUST, 1", "CLASSIC, 1", "STREAM, 1"})
    void of_aScoreAtTheSetting_firesWhereTheRuleDoes(Rule rule, int episodes) {
        assertThat(Episode.of(rule, 0.6, List.of(after(0, 0.6)), HOUR)).hasSize(episodes);
    }

    @Test
    void of_firingsCloserThanTheGap_areOne() {
        Reached worst = after(59, 4);
        List<Episode> episodes = Episode.of(
                Rule.THRESHOLD, 2, List.of(after(0, 3), after(30, 1), worst, after(118, 3), after(178, 2.5)), HOUR);

        assertThat(episodes)
                .containsExactly(
                        new Episode(NOON, NOON.plus(Duration.ofMinutes(119)), 3, worst),
                        new Episode(
                                NOON.plus(Duration.ofMinutes(178)),
                                NOON.plus(Duration.ofMinutes(179)),
                                1,
                                after(178, 2.5)));
    }

    @Test
    void overlaps_whatWasThereAtTheSameTime() {
        Episode episode = new Episode(NOON, NOON.plus(HOUR), 2, after(0, 3));

        assertThat(episode.overlaps(NOON.minus(HOUR), NOON)).isTrue();
        assertThat(episode.overlaps(NOON.plusSeconds(3_599), NOON.plus(HOUR))).isTrue();
        assertThat(episode.overlaps(NOON.minus(HOUR), NOON.minusSeconds(1))).isFalse();
        assertThat(episode.overlaps(NOON.plus(HOUR), NOON.plus(HOUR))).isFalse();
    }
}
