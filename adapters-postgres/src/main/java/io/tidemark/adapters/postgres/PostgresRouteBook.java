package io.tidemark.adapters.postgres;

import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.notification.Route;
import java.util.List;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;

/** Keeps a row for each route. */
final class PostgresRouteBook implements RouteBook {
    private final Database database;

    PostgresRouteBook(Database database) {
        this.database = database;
    }

    @Override
    public List<Route> routes() {
        return routes(database.ask(RouteMapper.class, RouteMapper::all));
    }

    @Override
    public void replace(List<Route> routes) {
        database.transact(session -> replace(routes, session));
    }

    @Override
    public void replace(List<Route> routes, Function<List<Route>, AuditEntry> entry) {
        database.transact(session -> {
            lock(session);
            List<Route> before = routes(session.getMapper(RouteMapper.class).all());
            if (!before.equals(routes)) {
                session.getMapper(AuditMapper.class).append(entry.apply(before));
            }
            return replace(routes, session);
        });
    }

    private static boolean replace(List<Route> routes, SqlSession session) {
        lock(session);
        RouteMapper mapper = session.getMapper(RouteMapper.class);
        mapper.clear();
        for (int place = 0; place < routes.size(); place++) {
            mapper.add(RouteRow.of(place, routes.get(place)));
        }
        return session.getMapper(ServerMapper.class).announce(Channel.word(Topic.ROUTES));
    }

    private static void lock(SqlSession session) {
        session.getMapper(ServerMapper.class).lock("routes");
    }

    private static List<Route> routes(List<RouteRow> rows) {
        return rows.stream().map(RouteRow::toRoute).toList();
    }
}
