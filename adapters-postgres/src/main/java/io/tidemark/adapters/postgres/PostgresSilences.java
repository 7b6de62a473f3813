package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.QuietMapper.SilenceRow;
import io.tidemark.application.port.SilenceBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.quiet.FiledSilence;
import io.tidemark.domain.quiet.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a row for each silence. */
final class PostgresSilences implements SilenceBook {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSilences.class);
    private static final Duration KEPT = Duration.ofDays(KEPT_DAYS);

    private final Database database;

    PostgresSilences(Database database) {
        this.database = database;
    }

    @Override
    public FiledSilence add(Silence silence, Instant at) {
        return database.transact(session -> {
            QuietMapper mapper = session.getMapper(QuietMapper.class);
            mapper.forget(at.minus(KEPT));
            FiledSilence filed = mapper.add(SilenceRow.of(silence, at), at).filed();
            announce(session, filed.added(at));
            return filed;
        });
    }

    @Override
    public Optional<FiledSilence> expire(long id, Instant at, String by) {
        return database.transact(session -> {
            QuietMapper mapper = session.getMapper(QuietMapper.class);
            SilenceRow row = mapper.hold(id);
            if (row == null) {
                return Optional.empty();
            }
            FiledSilence before = row.filed();
            FiledSilence after = before.expire(at);
            if (!after.equals(before)) {
                mapper.expire(id, by, at);
                announce(session, after.ended(at, by));
            }
            return Optional.of(after);
        });
    }

    @Override
    public List<FiledSilence> notEndedBy(Instant instant) {
        return filed(database.ask(QuietMapper.class, mapper -> mapper.notEndedBy(instant)));
    }

    @Override
    public List<FiledSilence> latest(long before, int limit) {
        return filed(database.ask(QuietMapper.class, mapper -> mapper.latest(before, limit)));
    }

    private static List<FiledSilence> filed(List<SilenceRow> rows) {
        return rows.stream().flatMap(PostgresSilences::readable).toList();
    }

    /** One that a newer version or a person has written must not bring the others out of force. */
    private static Stream<FiledSilence> readable(SilenceRow row) {
        try {
            return Stream.of(row.filed());
        } catch (IllegalArgumentException e) {
            LOG.warn("Silence {} cannot be read, and silences nothing", row.id(), e);
            return Stream.empty();
        }
    }

    private static void announce(SqlSession session, AuditEntry entry) {
        session.getMapper(AuditMapper.class).append(entry);
        session.getMapper(ServerMapper.class).announce(Channel.word(Topic.SILENCES));
    }
}
