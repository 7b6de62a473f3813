package io.tidemark.application.quiet;

import static io.tidemark.application.quiet.QuietWorld.silence;
import static io.tidemark.domain.alert.Severity.CRITICAL;
import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.quiet.SilenceDesk.Selection;
import io.tidemark.application.quiet.SilenceDesk.Standing;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.quiet.FiledSilence.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceDeskTest {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final QuietWorld world = new QuietWorld();
    private final SilenceDesk desk = world.desk;

    @Test
    void preview_areTheAlertsThatItWouldHide_beforeItIsMade() {
        Alert commit = world.raise("commit", WARNING);
        world.raise("merge", CRITICAL);

        assertThat(desk.preview(silence(TWO_HOURS, "severity=warning").target()))
                .extracting(AlertReport::alert)
                .containsExactly(commit);
        assertThat(desk.list(Selection.ALL, 10)).isEmpty();
    }

    @Test
    void preview_leavesOutWhatIsResolved() {
        resolve(world.raise("commit", WARNING));

        assertThat(desk.preview(silence(TWO_HOURS, "operation=commit").target()))
                .isEmpty();
    }

    @Test
    void add_refusesWhatIsOver() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.add(silence(Duration.ofMinutes(60), "operation=commit")))
                .withMessageContaining("has passed");
    }

    @Test
    void list_isOfThoseInForceAndToCome_orOfAll() {
        Standing shorter = desk.add(silence(TWO_HOURS, "operation=commit"));
        Standing longer = desk.add(silence(TWO_HOURS.multipliedBy(2), "operation=commit"));
        desk.expire(shorter.filed().id(), "bob");

        assertThat(desk.list(Selection.CURRENT, 10)).containsExactly(longer);
        assertThat(desk.list(Selection.ALL, 10))
                .extracting(Standing::state)
                .containsExactly(State.ACTIVE, State.EXPIRED);
    }

    @Test
    void snooze_endsWithItsAlert() {
        Alert commit = world.raise("commit", WARNING);
        desk.snooze(commit.id(), NOON.plus(TWO_HOURS), "ada", "after lunch");
        resolve(commit);

        assertThat(desk.list(Selection.CURRENT, 10)).isEmpty();
        assertThat(desk.list(Selection.ALL, 10)).extracting(Standing::state).containsExactly(State.EXPIRED);
    }

    @Test
    void snooze_ofWhatIsResolved_isRefused() {
        Alert commit = world.raise("commit", WARNING);
        resolve(commit);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.snooze(commit.id(), NOON.plus(TWO_HOURS), "ada", "after lunch"))
                .withMessageContaining("resolved");
    }

    @Test
    void snooze_saysWhenThereIsNoSuchAlert() {
        assertThat(desk.snooze(4_711, NOON.plus(TWO_HOURS), "ada", "after lunch"))
                .isEmpty();
    }

    private void resolve(Alert alert) {
        world.storage
                .alerts()
                .change(
                        alert.fingerprint(),
                        (standing, freshId) ->
                                new Decision(standing.orElseThrow().resolve(NOON), List.of()));
    }
}
