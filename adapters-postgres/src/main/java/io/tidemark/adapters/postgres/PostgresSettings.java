package io.tidemark.adapters.postgres;

import io.tidemark.application.port.StorageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Which database to keep things in.
 *
 * @param url its address
 * @param user who logs in, or null for what the address or the driver says
 * @param password proves it, or null
 * @param schema where the tables are
 * @param poolSize how many connections at most, one for signals not counted
 */
record PostgresSettings(
        String url, @Nullable String user, @Nullable String password, String schema, int poolSize) {

    private static final List<String> NAMES = List.of("url", "user", "password", "schema", "pool-size");
    private static final String DEFAULT_SCHEMA = "tidemark";
    private static final String DEFAULT_POOL_SIZE = "8";
    private static final int MAX_POOL_SIZE = 200;
    private static final Pattern IDENTIFIER = Pattern.compile("(?!pg_)[a-z_][a-z0-9_]{0,62}");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,3}");

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException when some are missing, unknown or wrong: the message names all of them
     */
    static PostgresSettings of(StorageSettings settings) {
        Map<String, String> values = settings.values();
        String url = values.getOrDefault("url", "");
        String schema = values.getOrDefault("schema", DEFAULT_SCHEMA);
        String poolSize = values.getOrDefault("pool-size", DEFAULT_POOL_SIZE);
        List<String> problems = new ArrayList<>(unknown(values));
        if (!isAddress(url)) {
            // The address itself is not shown: it may hold a password.
            problems.add((url.isEmpty() ? "'url' is missing" : "'url' is not an address of a PostgreSQL database")
                    + ": write jdbc:postgresql://host:5432/database");
        }
        if (!IDENTIFIER.matcher(schema).matches()) {
            problems.add(("'schema' is '%s': write at most 63 lower-case letters, digits and underscores,"
                            + " starting with a letter and not with pg_")
                    .formatted(schema));
        }
        if (!isPoolSize(poolSize)) {
            problems.add("'pool-size' is '%s': write a number from 1 to %d".formatted(poolSize, MAX_POOL_SIZE));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("storage postgres: " + String.join("; ", problems));
        }
        return new PostgresSettings(
                url, values.get("user"), values.get("password"), schema, Integer.parseInt(poolSize));
    }

    private static List<String> unknown(Map<String, String> values) {
        return new TreeSet<>(values.keySet())
                .stream()
                        .filter(name -> !NAMES.contains(name))
                        .map(name -> "'%s' is unknown, did you mean '%s'? There is %s"
                                .formatted(name, Spelling.nearest(name, NAMES), NAMES))
                        .toList();
    }

    private static boolean isAddress(String url) {
        return url.startsWith("jdbc:postgresql:") && Driver.parseURL(url, null) != null;
    }

    private static boolean isPoolSize(String text) {
        return SMALL_NUMBER.matcher(text).matches()
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= MAX_POOL_SIZE;
    }

    @Override
    public String toString() {
        return "PostgresSettings[schema=%s, poolSize=%d]".formatted(schema, poolSize);
    }
}
