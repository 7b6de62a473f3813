package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.application.port.JobBook.Claim;
import io.tidemark.application.port.JobBook.Offer;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobRun.Outcome;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contracts of {@link JobBook}, {@link ScheduleBook} and {@link JobReader}. */
public abstract class JobBookContract extends PortContract {
    private static final Schedule EVERY_TEN_MINUTES = Schedule.of("*/10 * * * *", "UTC");
    private static final Schedule AT_NOON = Schedule.of("0 12 * * *", "Europe/Berlin");
    private static final Offer WATCH = new Offer("watch", "Looks.", EVERY_TEN_MINUTES);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Signature ADA = new Signature("ada", minute(3));

    @BeforeEach
    void register() {
        storage.jobs().register(List.of(WATCH), RECENTLY);
    }

    @Test
    void register_makesTheJobDueAtItsNextTime() {
        assertThat(watch().name()).isEqualTo("watch");
        assertThat(watch().description()).isEqualTo("Looks.");
        assertThat(watch().timetable()).isEqualTo(new JobState.Timetable(EVERY_TEN_MINUTES, EVERY_TEN_MINUTES, null));
        assertThat(watch().standing().next()).isEqualTo(minute(10));
        assertThat(watch().standing().asked()).isNull();
        assertThat(watch().standing().running()).isNull();
        assertThat(watch().last()).isNull();
    }

    @Test
    void register_ofTheSameAgain_leavesWhatIsDue() {
        storage.jobs().register(List.of(WATCH), minute(25));

        assertThat(watch().standing().next()).isEqualTo(minute(10));
    }

    @Test
    void register_ofAnotherSchedule_plansAnew() {
        Schedule hourly = Schedule.of("0 * * * *", "UTC");
        storage.jobs().register(List.of(new Offer("watch", "Looks again.", hourly)), minute(25));

        assertThat(watch().description()).isEqualTo("Looks again.");
        assertThat(watch().timetable()).isEqualTo(new JobState.Timetable(hourly, hourly, null));
        assertThat(watch().standing().next()).isEqualTo(hourly.next(minute(25)).orElseThrow());
    }

    @Test
    void register_doesNotTouchWhatAPersonHasChanged() {
        storage.schedules().change("watch", AT_NOON, ADA);
        Schedule hourly = Schedule.of("0 * * * *", "UTC");

        storage.jobs().register(List.of(new Offer("watch", "Looks.", hourly)), minute(25));

        assertThat(watch().timetable()).isEqualTo(new JobState.Timetable(AT_NOON, hourly, ADA));
        assertThat(watch().standing().next()).isEqualTo(AT_NOON.next(ADA.at()).orElseThrow());
    }

    @Test
    void register_leavesOtherJobsAsTheyAre() {
        storage.jobs().register(List.of(new Offer("detect", "Finds.", AT_NOON)), RECENTLY);
        storage.jobs().register(List.of(), RECENTLY);

        assertThat(storage.jobReader().jobs()).extracting(JobState::name).containsExactly("detect", "watch");
    }

    @Test
    void register_keepsAScheduleThatNeverComes() {
        Schedule never = Schedule.of("0 0 30 2 *", "UTC");
        storage.jobs().register(List.of(new Offer("watch", "Looks.", never)), RECENTLY);

        assertThat(watch().standing().next()).isNull();
        assertThat(watch().timetable().schedule()).isEqualTo(never);
    }

    @Test
    void claim_isWonByOneOfManyWhoSawTheSame() throws Exception {
        JobState seen = watch();
        Callable<Optional<Claim>> node = () -> storage.jobs().claim(seen, start("one"), minute(20), LONG);

        List<Optional<Claim>> claims = AtOnce.run(Collections.nCopies(8, node));

        assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void claim_saysWhoRunsItAndWhenItIsDueNext() {
        claim("one", LONG);

        assertThat(watch().standing().running()).isEqualTo(new JobState.Running(start("one"), false));
        assertThat(watch().standing().next()).isEqualTo(minute(20));
    }

    @Test
    void claim_isRefusedWhileSomebodyRunsIt() {
        claim("one", LONG);

        assertThat(storage.jobs().claim(watch(), start("two"), minute(20), LONG))
                .isEmpty();
    }

    @Test
    void claim_isRefusedAfterAChange() {
        JobState seen = watch();
        storage.schedules().change("watch", AT_NOON, ADA);

        assertThat(storage.jobs().claim(seen, start("one"), minute(20), LONG)).isEmpty();
    }

    @Test
    void claim_takesOverFromANodeThatWasKilled_andRecordsIt() {
        claim("one", Duration.ZERO);
        assertThat(watch().standing().running()).isEqualTo(new JobState.Running(start("one"), true));

        Claim second = claim("two", LONG);

        assertThat(second.start().node()).isEqualTo("two");
        assertThat(storage.jobReader().runs("watch", 10))
                .containsExactly(new JobRun(
                        "watch", start("one"), minute(11), Outcome.ERROR, "one did not come back, and two took over"));
    }

    @Test
    void settle_recordsTheRunAndFreesTheJob() {
        Claim claim = claim("one", LONG);
        JobRun run = run(claim, Outcome.TIMEOUT);

        assertThat(storage.jobs().settle(claim, run)).isTrue();

        assertThat(watch().last()).isEqualTo(run);
        assertThat(watch().standing().running()).isNull();
        assertThat(storage.jobReader().runs("watch", 10)).containsExactly(run);
        assertThat(claim("two", LONG)).isNotNull();
    }

    @Test
    void settle_changesNothing_whenSomebodyHasTakenOver() {
        Claim late = claim("one", Duration.ZERO);
        claim("two", LONG);

        assertThat(storage.jobs().settle(late, run(late, Outcome.SUCCESS))).isFalse();

        assertThat(watch().standing().running()).isEqualTo(new JobState.Running(start("two"), false));
        assertThat(storage.jobReader().runs("watch", 10)).hasSize(1);
    }

    @Test
    void settle_isStillTakenAfterTheLease_whenNobodyHasTakenOver() {
        Claim late = claim("one", Duration.ZERO);

        assertThat(storage.jobs().settle(late, run(late, Outcome.SUCCESS))).isTrue();
        assertThat(storage.jobs().settle(late, run(late, Outcome.SUCCESS))).isFalse();
    }

    @Test
    void giveBack_makesTheJobDueAsBefore() {
        Claim claim = claim("one", LONG);

        assertThat(storage.jobs().giveBack(claim, run(claim, Outcome.ERROR))).isTrue();

        assertThat(watch().standing().next()).isEqualTo(minute(10));
        assertThat(watch().standing().running()).isNull();
        assertThat(watch().last()).isEqualTo(run(claim, Outcome.ERROR));
        assertThat(storage.jobs().giveBack(claim, run(claim, Outcome.ERROR))).isFalse();
    }

    @Test
    void giveBack_ofARunThatWasAskedFor_asksForItAgain() {
        storage.schedules().ask("watch", ADA);
        JobStart asked = new JobStart(ADA.at(), minute(4), "one", ADA.by());
        Claim claim = storage.jobs().claim(watch(), asked, minute(10), LONG).orElseThrow();
        assertThat(watch().standing().asked()).isNull();

        storage.jobs().giveBack(claim, run(claim, Outcome.ERROR));

        assertThat(watch().standing().asked()).isEqualTo(ADA);
        assertThat(watch().standing().next()).isEqualTo(minute(10));
    }

    @Test
    void giveBack_doesNotMakeDueWhatSomebodyHasDisabled() {
        Claim claim = claim("one", LONG);
        storage.schedules().change("watch", new Schedule(AT_NOON.cron(), AT_NOON.zone(), false), ADA);

        storage.jobs().giveBack(claim, run(claim, Outcome.ERROR));

        assertThat(watch().standing().next()).isNull();
    }

    @Test
    void plan_saysWhenTheJobIsDue_unlessSomethingHappened() {
        JobState seen = watch();

        storage.jobs().plan(seen, minute(7));
        storage.jobs().plan(seen, minute(8));

        assertThat(watch().standing().next()).isEqualTo(minute(7));
        storage.jobs().plan(watch(), null);
        assertThat(watch().standing().next()).isNull();
    }

    @Test
    void change_putsTheScheduleInForce() {
        assertThat(storage.schedules().change("watch", AT_NOON, ADA)).isTrue();

        assertThat(watch().timetable()).isEqualTo(new JobState.Timetable(AT_NOON, EVERY_TEN_MINUTES, ADA));
        assertThat(watch().standing().next()).isEqualTo(AT_NOON.next(ADA.at()).orElseThrow());
    }

    @Test
    void reset_putsTheRegisteredScheduleBack() {
        storage.schedules().change("watch", AT_NOON, ADA);

        assertThat(storage.schedules().reset("watch", new Signature("eve", minute(14))))
                .isTrue();

        assertThat(watch().timetable()).isEqualTo(new JobState.Timetable(EVERY_TEN_MINUTES, EVERY_TEN_MINUTES, null));
        assertThat(watch().standing().next()).isEqualTo(minute(20));
    }

    @Test
    void ask_isAnsweredByTheNextClaim() {
        storage.schedules().ask("watch", ADA);
        storage.schedules().ask("watch", new Signature("eve", minute(4)));
        assertThat(watch().standing().asked()).isEqualTo(ADA);

        claim("one", Duration.ZERO);
        assertThat(watch().standing().asked()).isEqualTo(ADA);

        JobStart asked = new JobStart(ADA.at(), minute(4), "one", ADA.by());
        assertThat(storage.jobs().claim(watch(), asked, minute(10), LONG)).isPresent();
        assertThat(watch().standing().asked()).isNull();
        assertThat(watch().standing().running()).isEqualTo(new JobState.Running(asked, false));
    }

    @Test
    void schedules_sayThatThereIsNoSuchJob() {
        assertThat(storage.schedules().change("wacht", AT_NOON, ADA)).isFalse();
        assertThat(storage.schedules().reset("wacht", ADA)).isFalse();
        assertThat(storage.schedules().ask("wacht", ADA)).isFalse();
    }

    @Test
    void schedules_announceJobs() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.JOBS, calls);

        storage.schedules().ask("watch", ADA);

        calls.awaitOne();
    }

    @Test
    void runs_areNewestFirst_andNoMoreThanAskedFor() {
        for (int i = 0; i < 3; i++) {
            JobStart start = new JobStart(minute(10), minute(11).plus(i, ChronoUnit.SECONDS), "one", null);
            Claim claim = storage.jobs().claim(watch(), start, minute(20), LONG).orElseThrow();
            storage.jobs().settle(claim, run(claim, Outcome.SUCCESS));
        }

        assertThat(storage.jobReader().runs("watch", 2))
                .extracting(run -> run.start().at())
                .containsExactly(
                        minute(11).plus(2, ChronoUnit.SECONDS), minute(11).plus(1, ChronoUnit.SECONDS));
        assertThat(storage.jobReader().runs("wacht", 2)).isEmpty();
    }

    @Test
    void runs_goOnFromANumber_thoughOthersEndMeanwhile() {
        for (int i = 0; i < 3; i++) {
            Claim claim = claim("one", LONG);
            storage.jobs().settle(claim, run(claim, i == 0 ? Outcome.TIMEOUT : Outcome.SUCCESS));
        }
        long second =
                storage.jobReader().runs("watch", Numbered.BEYOND, 2).get(1).number();
        Claim claim = claim("one", LONG);
        storage.jobs().settle(claim, run(claim, Outcome.SUCCESS));

        assertThat(storage.jobReader().runs("watch", second, 10))
                .extracting(run -> run.value().outcome())
                .containsExactly(Outcome.TIMEOUT);
    }

    @Test
    void schedules_areAudited_withWhatWasBefore() {
        Schedule before = watch().timetable().schedule();
        storage.schedules().change("watch", AT_NOON, ADA);
        storage.schedules().change("watch", AT_NOON, ADA);
        storage.schedules().reset("watch", ADA);
        storage.schedules().reset("watch", ADA);
        storage.schedules().ask("watch", ADA);

        Deed deed = new Deed(Verb.CHANGED, "job", "watch");
        assertThat(storage.auditReader().latest(Which.ALL, 10))
                .containsExactly(
                        new AuditEntry(ADA.at(), "ada", deed, AT_NOON.toString(), before.toString()),
                        new AuditEntry(ADA.at(), "ada", deed, before.toString(), AT_NOON.toString()));
    }

    @Test
    void runs_areBounded() {
        for (int i = 0; i < JobReader.KEPT_RUNS + 5; i++) {
            Claim claim = claim("one", LONG);
            storage.jobs().settle(claim, run(claim, Outcome.SUCCESS));
        }

        assertThat(storage.jobReader().runs("watch", 10_000)).hasSize(JobReader.KEPT_RUNS);
    }

    private Claim claim(String node, Duration lease) {
        return storage.jobs().claim(watch(), start(node), minute(20), lease).orElseThrow();
    }

    private static JobStart start(String node) {
        return new JobStart(minute(10), minute(11), node, null);
    }

    private static JobRun run(Claim claim, Outcome outcome) {
        Instant ended = claim.start().at().plus(1_500, ChronoUnit.MILLIS);
        return new JobRun("watch", claim.start(), ended, outcome, "looked at 7 operations");
    }

    private JobState watch() {
        return storage.jobReader().jobs().stream()
                .filter(job -> job.name().equals("watch"))
                .findFirst()
                .orElseThrow();
    }
}
