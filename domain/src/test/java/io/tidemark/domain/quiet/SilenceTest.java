package io.tidemark.domain.quiet;

import static io.tidemark.domain.alert.AlertFixture.anOpenAlert;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.operation.Category;
import io.tidemark.domain.quiet.FiledSilence.State;
import io.tidemark.domain.quiet.Silence.Matching;
import io.tidemark.domain.quiet.Silence.Snooze;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Labels LABELS = Labels.of(anOpenAlert(), operation -> Category.COMMIT);
    private static final Matcher COMMITS = Matcher.parse("category=commit");
    private static final Matcher CRITICAL = Matcher.parse("severity=CRITICAL");

    @Test
    void matching_coversWhatAllMatchersMatch() {
        assertThat(new Matching(List.of(COMMITS)).covers(anOpenAlert(), LABELS)).isTrue();
        assertThat(new Matching(List.of(COMMITS, CRITICAL)).covers(anOpenAlert(), LABELS))
                .isFalse();
    }

    @Test
    void snooze_coversOneAlert() {
        assertThat(new Snooze(1).covers(anOpenAlert(), LABELS)).isTrue();
        assertThat(new Snooze(2).covers(anOpenAlert(), LABELS)).isFalse();
    }

    @Test
    void silence_ofEverything_isNotMadeByLeavingTheMatchersOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Matching(List.of()))
                .withMessageContaining("at least one matcher");
    }

    @Test
    void silence_forLongerThanAnybodyRemembers_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filed(Duration.ofDays(31)))
                .withMessageContaining("more than 30 days")
                .withMessageContaining("maintenance window");
    }

    @Test
    void silence_ofMoreThanAWeek_isLong() {
        assertThat(filed(Duration.ofDays(7)).silence().isLong()).isFalse();
        assertThat(filed(Duration.ofDays(8)).silence().isLong()).isTrue();
    }

    @Test
    void state_followsTheTime() {
        FiledSilence filed = filed(Duration.ofHours(1));

        assertThat(filed.state(NOON.minusNanos(1))).isEqualTo(State.PENDING);
        assertThat(filed.state(NOON)).isEqualTo(State.ACTIVE);
        assertThat(filed.state(NOON.plusSeconds(3_600))).isEqualTo(State.EXPIRED);
    }

    @Test
    void expire_endsItEarly_evenBeforeItBegan() {
        assertThat(filed(Duration.ofHours(1)).expire(NOON.plusSeconds(60)).state(NOON.plusSeconds(60)))
                .isEqualTo(State.EXPIRED);
        assertThat(filed(Duration.ofHours(1)).expire(NOON.minusSeconds(60)).state(NOON))
                .isEqualTo(State.EXPIRED);
    }

    @Test
    void expire_leavesWhatIsOver() {
        FiledSilence expired = filed(Duration.ofHours(1)).expire(NOON.plusSeconds(60));

        assertThat(expired.expire(NOON.plusSeconds(120))).isEqualTo(expired);
    }

    private static FiledSilence filed(Duration length) {
        return new FiledSilence(
                3,
                new Silence(
                        new Matching(List.of(COMMITS)),
                        new TimeRange(NOON, NOON.plus(length)),
                        "ada",
                        "disks are moved"),
                null);
    }
}
