package io.tidemark.adapters.postgres;

import java.util.List;

/** The routes. */
interface RouteMapper {
    List<RouteRow> all();

    void clear();

    void add(RouteRow row);
}
