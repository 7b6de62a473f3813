package io.tidemark.adapters.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a view shows, as plain SQL over the rows themselves says it.
 *
 * @param view its name
 * @param query the statement
 */
record PlainView(String view, String query) {
    private static final Pattern NAME = Pattern.compile("-- (?=v_)");

    static List<PlainView> all() {
        return NAME.splitAsStream(SqlFile.read("plain_views.sql"))
                .filter(part -> !part.isBlank())
                .map(part -> part.split("\n", 2))
                .map(nameAndQuery -> new PlainView(nameAndQuery[0].strip(), nameAndQuery[1]))
                .toList();
    }

    /** The names of all views of the dashboards, in the order in which they were made. */
    static List<String> views(Statement statement) throws SQLException {
        try (ResultSet names = statement.executeQuery("""
                select array_agg(relname::text order by oid)
                from pg_class
                where relnamespace = current_schema()::regnamespace and relkind = 'v' and relname ~ '^v_'""")) {
            names.next();
            return List.of((String[]) names.getArray(1).getArray());
        }
    }

    @Override
    public String toString() {
        return view;
    }
}
