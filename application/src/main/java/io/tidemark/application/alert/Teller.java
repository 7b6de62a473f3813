package io.tidemark.application.alert;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.domain.alert.Addressee;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.EscalationChains.Step;
import io.tidemark.domain.alert.NextLook;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Telling;
import io.tidemark.domain.alert.Telling.Kind;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Gathering;
import io.tidemark.domain.notification.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who is told of an alert as it is. What was said last is a part of the alert, so deciding again, after a restart
 * or on another node, says nothing twice and forgets nothing.
 */
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final AlertPolicy policy;
    private final List<Quieting> stages;
    private final Router router;

    /** @param stages the reasons to be quiet, in the order in which they are asked */
    Teller(AlertPolicy policy, List<Quieting> stages, Router router) {
        this.policy = policy;
        this.stages = List.copyOf(stages);
        this.router = router;
    }

    /** Of an alert that was seen just now. */
    Decision seen(Alert alert, Instant now) {
        return decided(alert.reopenIfExpired(now), true, now);
    }

    /** Of an alert that is looked at, though nothing was seen. */
    Decision looked(Alert alert, Instant now) {
        return decided(alert.reopenIfExpired(now), false, now);
    }

    /** Hands on what was stored. */
    void stored(Alert alert) {
        stages.forEach(stage -> stage.stored(alert));
    }

    private Decision decided(Alert alert, boolean seen, Instant now) {
        Decision decision = tell(alert, seen, now);
        Alert told = decision.alert();
        Telling next = told.telling().lookingAt(NextLook.at(told, policy.recovery(), now));
        return decision.with(told.with(next));
    }

    private Decision tell(Alert alert, boolean seen, Instant now) {
        if (alert.state() instanceof Resolved) {
            return follow(alert, Kind.RESOLVED, Notice.Kind.RESOLVED, now);
        }
        if (alert.state() instanceof Acknowledged && alert.telling().lastSaid(Kind.FIRING)) {
            return follow(alert, Kind.ACKNOWLEDGED, Notice.Kind.ACKNOWLEDGED, now);
        }
        Decision fired = seen || alert.isNews() || isOwed(alert) ? fire(alert, now) : nothing(alert);
        return fired.isSilent() ? goUp(fired.alert(), now) : fired;
    }

    /** How it goes on, to exactly those who were told that it fires: whatever keeps others quiet now. */
    private Decision follow(Alert alert, Kind kind, Notice.Kind notice, Instant now) {
        List<Destination> told = destinations(alert.telling().told());
        if (told.isEmpty() || alert.telling().lastSaid(kind)) {
            return nothing(alert);
        }
        return new Decision(alert.told(kind, now, List.of()), router.notices(alert, notice, told, now));
    }

    private Decision fire(Alert alert, Instant now) {
        Optional<Quiet> quiet = policy.repeats().quiet(alert, now).or(() -> quietByStage(alert, now));
        if (quiet.isPresent()) {
            return keptQuiet(alert, quiet.get());
        }
        List<Notice> notices = router.notices(alert, Notice.Kind.FIRING, now);
        List<Gathering> gathered = router.gathered(alert, now);
        Kind kind = alert.state() instanceof Open ? Kind.FIRING : Kind.ACKNOWLEDGED;
        Alert told = alert.told(kind, now, addressees(notices));
        if (notices.isEmpty() && gathered.isEmpty()) {
            Quiet nobody = router.nobody(alert);
            // A dry run keeps the rhythm of what it stands for.
            return keptQuiet(nobody.reason() == QuietReason.DRY_RUN ? told : alert, nobody);
        }
        boolean begins = kind == Kind.FIRING && alert.isNews();
        return new Decision(
                begins ? told.with(told.telling().with(policy.chains().begun(alert.severity(), now))) : told,
                notices,
                gathered);
    }

    /** The next step, while nobody answers and nothing keeps it quiet. */
    private Decision goUp(Alert alert, Instant now) {
        Optional<Step> due = policy.chains().due(alert, now);
        if (due.isEmpty()) {
            return nothing(alert);
        }
        Optional<Quiet> quiet = quietByStage(alert, now);
        if (quiet.isPresent()) {
            return keptQuiet(alert, quiet.get());
        }
        List<Addressee> to = due.get().to();
        Alert told = alert.told(Kind.FIRING, now, to);
        return new Decision(
                told.with(told.telling().with(policy.chains().taken(alert, now))),
                router.notices(alert, Notice.Kind.FIRING, destinations(to), now));
    }

    private Optional<Quiet> quietByStage(Alert alert, Instant now) {
        return stages.stream()
                .map(stage -> stage.quiet(alert, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Decision keptQuiet(Alert alert, Quiet quiet) {
        LOG.debug("Nobody is told of alert {}: {} {}", alert.id(), quiet.reason(), quiet.by());
        return nothing(alert.with(alert.telling().keptQuiet(quiet)));
    }

    private static Decision nothing(Alert alert) {
        return new Decision(alert, List.of());
    }

    /** Whether it was kept quiet for a reason that passes. */
    private static boolean isOwed(Alert alert) {
        Quiet quiet = alert.telling().quiet();
        return quiet != null && quiet.reason().passes();
    }

    private static List<Destination> destinations(List<Addressee> addressees) {
        return addressees.stream()
                .map(one -> new Destination(one.name(), one.channel()))
                .toList();
    }

    private static List<Addressee> addressees(List<Notice> notices) {
        return notices.stream()
                .map(Notice::destination)
                .map(one -> new Addressee(one.name(), one.channel()))
                .distinct()
                .toList();
    }
}
