package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.FiledSilence;
import io.tidemark.domain.quiet.Silence;
import io.tidemark.domain.quiet.Silence.Matching;
import io.tidemark.domain.quiet.Silence.Snooze;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link SilenceBook}. */
public abstract class SilenceBookContract extends PortContract {
    private static final Silence COMMITS = new Silence(
            new Matching(List.of(Matcher.parse("operation=commit"), Matcher.parse("user!~\"a b|\\\\d+\""))),
            new TimeRange(minute(0), minute(10)),
            "ada",
            "The disks are moved.");
    private static final Silence ONE_ALERT =
            new Silence(new Snooze(12), new TimeRange(minute(2), minute(5)), "grace", "After lunch.");

    @Test
    void add_numbersWhatItKeeps() {
        FiledSilence commits = add(COMMITS);
        FiledSilence one = add(ONE_ALERT);

        assertThat(commits.silence()).isEqualTo(COMMITS);
        assertThat(one.silence()).isEqualTo(ONE_ALERT);
        assertThat(commits.id()).isNotEqualTo(one.id());
        assertThat(storage.silences().latest(10)).containsExactly(one, commits);
    }

    @Test
    void notEnded_areThoseThatEndLater_whatEndsFirstFirst() {
        FiledSilence commits = add(COMMITS);
        FiledSilence one = add(ONE_ALERT);

        assertThat(storage.silences().notEndedBy(minute(0))).containsExactly(one, commits);
        assertThat(storage.silences().notEndedBy(minute(5))).containsExactly(commits);
        assertThat(storage.silences().notEndedBy(minute(10))).isEmpty();
    }

    @Test
    void latest_areAtMostAsManyAsAskedFor() {
        add(COMMITS);
        FiledSilence one = add(ONE_ALERT);

        assertThat(storage.silences().latest(1)).containsExactly(one);
    }

    @Test
    void latest_goOnFromANumber_thoughOthersAreFiledMeanwhile() {
        FiledSilence commits = add(COMMITS);
        FiledSilence one = add(ONE_ALERT);
        add(COMMITS);

        assertThat(storage.silences().latest(one.id(), 10)).containsExactly(commits);
    }

    @Test
    void expire_endsItEarly() {
        FiledSilence commits = add(COMMITS);

        assertThat(storage.silences().expire(commits.id(), minute(4), "bob"))
                .contains(new FiledSilence(commits.id(), COMMITS, minute(4)));
        assertThat(storage.silences().notEndedBy(minute(3))).hasSize(1);
        assertThat(storage.silences().notEndedBy(minute(4))).isEmpty();
        assertThat(storage.silences().latest(10)).hasSize(1);
    }

    @Test
    void expire_leavesWhatIsOver() {
        FiledSilence commits = add(COMMITS);
        storage.silences().expire(commits.id(), minute(4), "bob");

        assertThat(storage.silences().expire(commits.id(), minute(6), "eve"))
                .contains(new FiledSilence(commits.id(), COMMITS, minute(4)));
        assertThat(storage.auditReader().latest(Which.ALL, 10)).hasSize(2);
    }

    @Test
    void expire_saysWhenThereIsNone() {
        assertThat(storage.silences().expire(4_711, minute(4), "bob")).isEmpty();
    }

    @Test
    void changes_areAudited() {
        FiledSilence commits = add(COMMITS);
        storage.silences().expire(commits.id(), minute(4), "bob");

        assertThat(storage.auditReader().latest(Which.ALL, 10))
                .containsExactly(commits.ended(minute(4), "bob"), commits.added(minute(0)));
    }

    @Test
    void ended_areForgottenAfterThatTime() {
        add(COMMITS);
        Instant muchLater =
                minute(10).plus(Duration.ofDays(SilenceBook.KEPT_DAYS)).plusSeconds(1);

        storage.silences().add(ONE_ALERT, muchLater);

        assertThat(storage.silences().latest(10)).hasSize(1);
    }

    @Test
    void add_isAnnounced() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.SILENCES, calls);

        add(COMMITS);

        calls.awaitOne();
    }

    @Test
    void expire_isAnnounced() throws Exception {
        FiledSilence commits = add(COMMITS);
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.SILENCES, calls);

        storage.silences().expire(commits.id(), minute(4), "bob");

        calls.awaitOne();
    }

    private FiledSilence add(Silence silence) {
        return storage.silences().add(silence, minute(0));
    }
}
