package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.QuietMapper.WindowRow;
import io.tidemark.application.port.Topic;
import io.tidemark.application.port.WindowBook;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.quiet.FiledWindow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a row for each maintenance window. Changes are made one after the other, so that the audit tells what was before. */
final class PostgresWindows implements WindowBook {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresWindows.class);

    private final Database database;

    PostgresWindows(Database database) {
        this.database = database;
    }

    @Override
    public List<FiledWindow> windows() {
        return database.ask(QuietMapper.class, QuietMapper::windows).stream()
                .flatMap(PostgresWindows::readable)
                .toList();
    }

    @Override
    public void set(FiledWindow window) {
        database.transact(session -> {
            QuietMapper mapper = alone(session);
            WindowRow before = mapper.window(window.window().name());
            mapper.set(WindowRow.of(window));
            return announce(session, window.set(filed(before)));
        });
    }

    @Override
    public boolean remove(String name, Instant at, String by) {
        return database.transact(session -> {
            QuietMapper mapper = alone(session);
            FiledWindow before = filed(mapper.window(name));
            return before != null && mapper.remove(name) && announce(session, before.removed(by, at));
        });
    }

    private static @Nullable FiledWindow filed(@Nullable WindowRow row) {
        return row == null ? null : row.filed();
    }

    /** One that a newer version has written, or whose time zone this machine does not know, leaves the others in force. */
    private static Stream<FiledWindow> readable(WindowRow row) {
        try {
            return Stream.of(row.filed());
        } catch (IllegalArgumentException e) {
            LOG.warn("Maintenance window '{}' cannot be read, and does not open", row.name(), e);
            return Stream.empty();
        }
    }

    private static QuietMapper alone(SqlSession session) {
        session.getMapper(ServerMapper.class).lock("windows");
        return session.getMapper(QuietMapper.class);
    }

    private static boolean announce(SqlSession session, AuditEntry entry) {
        session.getMapper(AuditMapper.class).append(entry);
        return session.getMapper(ServerMapper.class).announce(Channel.word(Topic.WINDOWS));
    }
}
