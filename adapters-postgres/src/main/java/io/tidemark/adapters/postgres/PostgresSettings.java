package io.tidemark.adapters.postgres;

import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.timing.Retention;
import java.time.Duration;
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
 * @param login who logs in
 * @param tables where the tables are
 * @param poolSize how many connections at most, one for signals not counted
 * @param retention how long things are kept
 */
record PostgresSettings(String url, Login login, Tables tables, int poolSize, Retention retention) {
    private static final List<String> NAMES = List.of(
            "url", "user", "password", "schema", "distributed", "pool-size", "raw-days", "minute-days", "hour-days");
    private static final List<String> BOOLEANS = List.of("true", "false");
    private static final String DEFAULT_SCHEMA = "tidemark";
    private static final int DEFAULT_POOL_SIZE = 8;
    private static final int MAX_POOL_SIZE = 200;
    /** More partitions make every query slow to plan: hours have one for each month. */
    private static final int MAX_DAYS = 400;

    private static final int MAX_HOUR_DAYS = 3_650;
    private static final Pattern IDENTIFIER = Pattern.compile("(?!pg_)[a-z_][a-z0-9_]{0,62}");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,4}");

    /**
     * Who logs in.
     *
     * @param user null for what the address or the driver says
     * @param password proves it, or null
     */
    record Login(@Nullable String user, @Nullable String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Where the tables are.
     *
     * @param schema what they are in
     * @param distributed whether those that grow are spread over the machines of a Citus cluster
     */
    record Tables(String schema, boolean distributed) {}

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException when some are missing, unknown or wrong: the message names all of them
     */
    static PostgresSettings of(StorageSettings settings) {
        Map<String, String> values = settings.values();
        String url = values.getOrDefault("url", "");
        String schema = values.getOrDefault("schema", DEFAULT_SCHEMA);
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
        String distributed = values.getOrDefault("distributed", "false");
        if (!BOOLEANS.contains(distributed)) {
            problems.add("'distributed' is '%s': write true or false".formatted(distributed));
        }
        Numbers numbers = new Numbers(values, problems);
        int poolSize = numbers.read("pool-size", DEFAULT_POOL_SIZE, MAX_POOL_SIZE);
        Retention retention = retention(numbers);
        if (retention.hours().compareTo(retention.minutes()) < 0) {
            problems.add("'hour-days' is %d, less than 'minute-days' %d: hours must be kept as long as minutes"
                    .formatted(retention.hours().toDays(), retention.minutes().toDays()));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("storage postgres: " + String.join("; ", problems));
        }
        Login login = new Login(values.get("user"), values.get("password"));
        Tables tables = new Tables(schema, Boolean.parseBoolean(distributed));
        return new PostgresSettings(url, login, tables, poolSize, retention);
    }

    private static Retention retention(Numbers numbers) {
        return new Retention(
                Duration.ofDays(
                        numbers.read("raw-days", (int) Retention.DEFAULT.raw().toDays(), MAX_DAYS)),
                Duration.ofDays(numbers.read(
                        "minute-days", (int) Retention.DEFAULT.minutes().toDays(), MAX_DAYS)),
                Duration.ofDays(numbers.read(
                        "hour-days", (int) Retention.DEFAULT.hours().toDays(), MAX_HOUR_DAYS)));
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

    /** Reads whole numbers from 1 on, and keeps what is wrong with them. */
    private record Numbers(Map<String, String> values, List<String> problems) {
        int read(String name, int otherwise, int max) {
            String text = values.getOrDefault(name, Integer.toString(otherwise));
            int number = SMALL_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
            if (number < 1 || number > max) {
                problems.add("'%s' is '%s': write a number from 1 to %d".formatted(name, text, max));
                return otherwise;
            }
            return number;
        }
    }

    @Override
    public String toString() {
        return "PostgresSettings[%s, poolSize=%d, %s]".formatted(tables, poolSize, retention);
    }
}
