package io.tidemark.application.quiet;

import static io.tidemark.application.quiet.QuietWorld.silence;
import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilencesTest {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final QuietWorld world = new QuietWorld();
    private final Silences silences = new Silences(world.storage.silences(), world.labels, world.clock);
    private final Alert commit = world.raise("commit", WARNING);

    @Test
    void quiet_isUntilTheEndOfTheSilence() {
        long id = world.desk.add(silence(TWO_HOURS, "operation=commit")).filed().id();
        silences.refresh();

        assertThat(silences.quiet(commit, NOON))
                .contains(new Quiet(QuietReason.SILENCED, "silence " + id, NOON.plusSeconds(3_600)));
    }

    @Test
    void quiet_isOver_whenTheSilenceIs() {
        world.desk.add(silence(TWO_HOURS, "operation=commit"));
        silences.refresh();

        assertThat(silences.quiet(commit, NOON.plusSeconds(3_599))).isPresent();
        assertThat(silences.quiet(commit, NOON.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void quiet_isOfWhatMatchesAll() {
        world.desk.add(silence(TWO_HOURS, "operation=commit", "severity=CRITICAL"));
        world.desk.add(silence(TWO_HOURS, "operation=merge"));
        world.desk.add(silence(TWO_HOURS, "operation!=commit"));
        silences.refresh();

        assertThat(silences.quiet(commit, NOON)).isEmpty();
    }

    @Test
    void quiet_isFoundByWhateverTheSilenceNames() {
        for (String matcher : new String[] {
            "subject=commit",
            "user=anna",
            "type=threshold_exceeded",
            "branch=",
            "operation=~com.*",
            "severity!=CRITICAL"
        }) {
            QuietWorld fresh = new QuietWorld();
            Silences stage = new Silences(fresh.storage.silences(), fresh.labels, fresh.clock);
            fresh.desk.add(silence(TWO_HOURS, matcher));
            stage.refresh();

            assertThat(stage.quiet(commit, NOON)).as(matcher).isPresent();
        }
    }

    @Test
    void quiet_ofSeveral_isTheOneThatEndsLast() {
        world.desk.add(silence(TWO_HOURS, "operation=commit"));
        world.desk.add(silence(TWO_HOURS.multipliedBy(2), "severity=WARNING"));
        world.desk.add(silence(TWO_HOURS, "user=anna"));
        silences.refresh();

        assertThat(silences.quiet(commit, NOON)).get().extracting(Quiet::until).isEqualTo(NOON.plusSeconds(3 * 3_600));
    }

    @Test
    void snooze_isOfOneAlert() {
        Alert merge = world.raise("merge", WARNING);
        world.desk.snooze(commit.id(), NOON.plus(TWO_HOURS), "ada", "after lunch");
        silences.refresh();

        assertThat(silences.quiet(commit, NOON)).get().extracting(Quiet::reason).isEqualTo(QuietReason.SNOOZED);
        assertThat(silences.quiet(merge, NOON)).isEmpty();
    }

    @Test
    void expired_isNotQuietAnyMore() {
        long id = world.desk.add(silence(TWO_HOURS, "operation=commit")).filed().id();
        world.desk.expire(id, "bob");
        silences.refresh();

        assertThat(silences.quiet(commit, NOON)).isEmpty();
    }
}
