package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.RouteMapper.Stop;
import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.ibatis.session.SqlSession;

/** Keeps a row for each destination of each route. */
final class PostgresRouteBook implements RouteBook {
    private final Database database;

    PostgresRouteBook(Database database) {
        this.database = database;
    }

    @Override
    public List<Route> routes() {
        SortedMap<Integer, List<Stop>> stops = new TreeMap<>();
        for (Stop stop : database.ask(RouteMapper.class, RouteMapper::all)) {
            stops.computeIfAbsent(stop.route(), first -> new ArrayList<>()).add(stop);
        }
        return stops.values().stream().map(PostgresRouteBook::route).toList();
    }

    @Override
    public void replace(List<Route> routes) {
        List<Stop> stops = stops(routes);
        database.transact(session -> replace(stops, session));
    }

    private static boolean replace(List<Stop> stops, SqlSession session) {
        ServerMapper server = session.getMapper(ServerMapper.class);
        RouteMapper mapper = session.getMapper(RouteMapper.class);
        server.lock("routes");
        mapper.clear();
        if (!stops.isEmpty()) {
            mapper.add(stops);
        }
        return server.announce(Channel.word(Topic.ROUTES));
    }

    private static Route route(List<Stop> stops) {
        return new Route(
                stops.get(0).minSeverity(),
                stops.stream().map(Stop::destination).toList());
    }

    private static List<Stop> stops(List<Route> routes) {
        List<Stop> stops = new ArrayList<>();
        for (int route = 0; route < routes.size(); route++) {
            List<Destination> destinations = routes.get(route).destinations();
            for (int place = 0; place < destinations.size(); place++) {
                stops.add(new Stop(route, place, routes.get(route).minSeverity(), destinations.get(place)));
            }
        }
        return stops;
    }
}
