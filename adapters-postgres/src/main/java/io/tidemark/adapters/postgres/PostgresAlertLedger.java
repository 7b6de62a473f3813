package io.tidemark.adapters.postgres;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Lets one caller on any node decide about a condition: whoever decides holds its lock until all is committed. */
final class PostgresAlertLedger implements AlertLedger {
    private final Database database;

    PostgresAlertLedger(Database database) {
        this.database = database;
    }

    @Override
    public Alert change(Fingerprint fingerprint, Judgement judgement) {
        return database.transact(session -> change(fingerprint, judgement, session));
    }

    private static Alert change(Fingerprint fingerprint, Judgement judgement, SqlSession session) {
        AlertMapper alerts = session.getMapper(AlertMapper.class);
        session.getMapper(ServerMapper.class).lock("alert " + fingerprint);
        Optional<Alert> standing =
                Optional.ofNullable(alerts.standing(fingerprint)).map(AlertRow::toAlert);
        Decision decision = judgement.decide(standing, alerts::freshId);
        return alerts.store(AlertRow.of(decision.alert()), decision.notices(), Channel.word(Topic.OUTBOX))
                .toAlert();
    }
}
