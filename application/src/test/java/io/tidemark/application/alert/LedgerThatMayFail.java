package io.tidemark.application.alert;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.IncidentReader;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.timing.TimingFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The ledger of a storage in memory, which may be made to fail, or to be silent, for a while. */
final class LedgerThatMayFail implements AlertLedger {
    private final Storage storage =
            Storages.create("memory", StorageSettings.NONE, new SettableClock(TimingFixture.NOON));
    private final AtomicInteger calls = new AtomicInteger();
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);
    private volatile Failures failures = new Failures(0, 0, StorageException.passing("never thrown", null));

    /** From which call to which, by their number from 1 on. */
    private record Failures(int first, int last, StorageException with) {}

    IncidentReader incidents() {
        return storage.incidents();
    }

    @Override
    public Optional<Alert> change(long id, Change change) {
        return storage.alerts().change(id, change);
    }

    @Override
    public List<Alert> claimDue(Instant now, Duration lease, int limit) {
        return storage.alerts().claimDue(now, lease, limit);
    }

    @Override
    public int lookAgain(Set<QuietReason> reasons, Instant at) {
        return storage.alerts().lookAgain(reasons, at);
    }

    @Override
    public Alert change(Fingerprint fingerprint, Judgement judgement) {
        int call = calls.incrementAndGet();
        awaitAnswer();
        if (call >= failures.first && call <= failures.last) {
            throw failures.with;
        }
        return storage.alerts().change(fingerprint, judgement);
    }

    /** Fails at the first calls. */
    void fail(int times, StorageException with) {
        failures = new Failures(1, times, with);
    }

    void failAt(int call, StorageException with) {
        failures = new Failures(call, call, with);
    }

    void beSilent() {
        mayAnswer = new CountDownLatch(1);
    }

    void answer() {
        mayAnswer.countDown();
    }

    int calls() {
        return calls.get();
    }

    List<Alert> alerts() {
        return storage.alertReader().latest(Which.ALL, 100).stream()
                .map(AlertReport::alert)
                .toList();
    }

    private void awaitAnswer() {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            throw StorageException.passing("interrupted", e);
        }
    }
}
