package io.tidemark.adapters.postgres;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.NextLook;
import io.tidemark.domain.alert.QuietReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;

/** Lets one caller on any node decide about a condition: whoever decides holds its lock until all is committed. */
final class PostgresAlertLedger implements AlertLedger {
    private final Database database;
    private final PostgresSignals signals;

    PostgresAlertLedger(Database database, PostgresSignals signals) {
        this.database = database;
        this.signals = signals;
    }

    @Override
    public Alert change(Fingerprint fingerprint, Judgement judgement) {
        return announced(database.transact(session -> change(fingerprint, judgement, session)));
    }

    @Override
    public Optional<Alert> change(long id, Change change) {
        return database.transact(session -> change(id, change, session)).map(this::announced);
    }

    /** Who sends in this process need not wait until PostgreSQL tells it. */
    private Alert announced(Stored stored) {
        if (stored.isToBeSent()) {
            signals.heard(Topic.OUTBOX);
        }
        return stored.row().toAlert();
    }

    @Override
    public List<Alert> claimDue(Instant now, Duration lease, int limit) {
        Instant tooFar = now.plus(NextLook.LATEST.multipliedBy(2));
        return database.ask(AlertMapper.class, alerts -> alerts.claimDue(now, tooFar, now.plus(lease), limit)).stream()
                .map(AlertRow::toAlert)
                .toList();
    }

    @Override
    public int lookAgain(Set<QuietReason> reasons, Instant at) {
        String[] words = reasons.stream().map(QuietReason::name).toArray(String[]::new);
        return database.ask(AlertMapper.class, alerts -> alerts.lookAgain(words, at));
    }

    private static Stored change(Fingerprint fingerprint, Judgement judgement, SqlSession session) {
        AlertMapper alerts = session.getMapper(AlertMapper.class);
        lock(fingerprint, session);
        Optional<Alert> latest = Optional.ofNullable(alerts.latest(fingerprint)).map(AlertRow::toAlert);
        return store(judgement.decide(latest, alerts::freshId), session);
    }

    /** First the condition, then its row, in the order in which all others lock them. */
    private static Optional<Stored> change(long id, Change change, SqlSession session) {
        AlertMapper alerts = session.getMapper(AlertMapper.class);
        Fingerprint fingerprint = alerts.fingerprint(id);
        if (fingerprint == null) {
            return Optional.empty();
        }
        lock(fingerprint, session);
        return Optional.ofNullable(alerts.locked(id)).map(row -> store(change.decide(row.toAlert()), session));
    }

    private static void lock(Fingerprint fingerprint, SqlSession session) {
        session.getMapper(ServerMapper.class).lock("alert " + fingerprint);
    }

    private static Stored store(Decision decision, SqlSession session) {
        AlertRow stored = session.getMapper(AlertMapper.class)
                .store(AlertRow.of(decision.alert()), decision.notices(), Channel.word(Topic.OUTBOX));
        if (!decision.gathered().isEmpty()) {
            PostgresGroupBook.join(stored.id(), decision.gathered(), session);
        }
        return new Stored(stored, !decision.notices().isEmpty());
    }

    private record Stored(AlertRow row, boolean isToBeSent) {}
}
