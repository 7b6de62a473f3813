package io.tidemark.adapters.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tidemark.adapters.postgres.AlertMapper.ToldOf;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.IncidentReader;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Reads alerts, and then what became of the notifications about them. */
final class PostgresAlertReader implements AlertReader, IncidentReader {
    private final Database database;

    PostgresAlertReader(Database database) {
        this.database = database;
    }

    @Override
    public List<AlertReport> latest(Filter filter, @Nullable Place after, int limit) {
        String[] states = states(filter.which());
        return database.transact(session ->
                reports(session.getMapper(AlertMapper.class).seenLast(filter, states, after, limit), session));
    }

    private static String[] states(Which which) {
        return switch (which) {
            case OPEN -> new String[] {"open"};
            case ACKNOWLEDGED -> new String[] {"acknowledged"};
            case UNRESOLVED -> new String[] {"open", "acknowledged"};
            case RESOLVED -> new String[] {"resolved"};
            case ALL -> new String[] {"open", "acknowledged", "resolved"};
        };
    }

    @Override
    public List<Alert> since(Instant instant, Set<AlertType> types) {
        String[] words = types.stream().map(Enum::name).toArray(String[]::new);
        return database.ask(AlertMapper.class, mapper -> mapper.since(instant, words)).stream()
                .map(AlertRow::toAlert)
                .toList();
    }

    @Override
    public Optional<AlertReport> find(long id) {
        return database
                .transact(
                        session -> reports(session.getMapper(AlertMapper.class).byId(id), session))
                .stream()
                .findFirst();
    }

    private static List<AlertReport> reports(List<AlertRow> alerts, SqlSession session) {
        AlertMapper mapper = session.getMapper(AlertMapper.class);
        Map<Long, List<Told>> told = mapper
                .told(alerts.stream().map(AlertRow::id).toArray(Long[]::new))
                .stream()
                .collect(groupingBy(ToldOf::alertId, mapping(ToldOf::told, toList())));
        return alerts.stream()
                .map(row -> new AlertReport(row.toAlert(), told.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
