package io.tidemark.application.alert;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.RollupReader;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.RecoveryPolicy;
import io.tidemark.domain.alert.RecoveryPolicy.Recent;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at alerts whose time has come though nothing was seen: whether the condition is gone, an acknowledgement has
 * expired, nobody has answered, or what kept it quiet has passed. Several nodes share the work; one that is killed in the
 * middle has changed nothing, and another looks soon after.
 */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final AlertLedger ledger;
    private final RollupReader timings;
    private final RecoveryPolicy recovery;
    private final Teller teller;
    private final Clock clock;

    Rounds(AlertLedger ledger, RollupReader timings, RecoveryPolicy recovery, Teller teller, Clock clock) {
        this.ledger = ledger;
        this.timings = timings;
        this.recovery = recovery;
        this.teller = teller;
        this.clock = clock;
    }

    /**
     * Looks once. One alert that cannot be decided does not keep the others from being looked at.
     *
     * @param limit at how many at most
     * @return how many were due, at most the limit
     * @throws StorageException when the storage is away; nothing is lost
     */
    public int look(int limit) {
        List<Alert> due = ledger.claimDue(clock.instant(), LEASE, limit);
        for (Alert alert : due) {
            try {
                look(alert);
            } catch (RuntimeException e) {
                if (e instanceof StorageException storage && storage.isPassing()) {
                    throw e;
                }
                LOG.error("Alert {} could not be looked at; the others are", alert.id(), e);
            }
        }
        return due.size();
    }

    private void look(Alert claimed) {
        Instant now = clock.instant();
        Recent recent = recent(claimed, now);
        ledger.change(claimed.id(), alert -> decide(alert, recent, now)).ifPresent(teller::stored);
    }

    private Decision decide(Alert alert, Recent recent, Instant now) {
        Alert asItIs = recovery.judge(alert, recent, now).map(alert::resolve).orElse(alert);
        return teller.looked(asItIs, now);
    }

    private Recent recent(Alert alert, Instant now) {
        return alert.state().isOver()
                ? Recent.NOTHING
                : recovery.asked(alert, now).map(range -> recent(alert, range)).orElse(Recent.NOTHING);
    }

    private Recent recent(Alert alert, TimeRange range) {
        Sketch sketch = timings.merged(
                new Scope(alert.fingerprint().subject(), alert.fingerprint().branch()), range);
        return sketch.isEmpty()
                ? Recent.NOTHING
                : new Recent(
                        sketch.count(),
                        sketch.quantile(0.99),
                        sketch.distribution().moments().mean());
    }
}
