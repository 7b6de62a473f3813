package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.DestinationMapper.Value;
import io.tidemark.application.port.DestinationBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.audit.AuditEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.ibatis.session.SqlSession;

/** Keeps a row for each destination, and one for each of its values. */
final class PostgresDestinations implements DestinationBook {
    private final Database database;

    PostgresDestinations(Database database) {
        this.database = database;
    }

    @Override
    public List<Stored> all() {
        Map<String, List<Value>> byName = new LinkedHashMap<>();
        for (Value value : database.ask(DestinationMapper.class, DestinationMapper::all)) {
            byName.computeIfAbsent(value.destination(), first -> new ArrayList<>())
                    .add(value);
        }
        return byName.values().stream().map(PostgresDestinations::stored).toList();
    }

    @Override
    public boolean add(Stored destination, AuditEntry entry) {
        return announced(entry, mapper -> mapper.add(destination) == 1 && fill(mapper, destination));
    }

    @Override
    public boolean change(Stored seen, Map<String, Sealed> values, AuditEntry entry) {
        Stored after = new Stored(seen.name(), seen.channel(), seen.revision(), values);
        return announced(entry, mapper -> {
            if (mapper.touch(seen) == 0) {
                return false;
            }
            mapper.clear(seen.name());
            return fill(mapper, after);
        });
    }

    @Override
    public boolean remove(String name, AuditEntry entry) {
        return announced(entry, mapper -> mapper.remove(name) == 1);
    }

    private static boolean fill(DestinationMapper mapper, Stored destination) {
        new TreeMap<>(destination.values()).forEach((key, value) -> mapper.put(destination.name(), key, value));
        return true;
    }

    private boolean announced(AuditEntry entry, Predicate<DestinationMapper> change) {
        return database.transact(
                session -> change.test(session.getMapper(DestinationMapper.class)) && announced(session, entry));
    }

    private static boolean announced(SqlSession session, AuditEntry entry) {
        session.getMapper(AuditMapper.class).append(entry);
        return session.getMapper(ServerMapper.class).announce(Channel.word(Topic.DESTINATIONS));
    }

    private static Stored stored(List<Value> rows) {
        Map<String, Sealed> values = new TreeMap<>();
        for (Value row : rows) {
            if (row.key() != null && row.sealed() != null) {
                values.put(row.key(), row.sealed());
            }
        }
        Value first = rows.get(0);
        return new Stored(first.destination(), first.channel(), first.revision(), values);
    }
}
