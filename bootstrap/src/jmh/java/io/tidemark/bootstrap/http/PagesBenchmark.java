package io.tidemark.bootstrap.http;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long pages of the console take over a PostgreSQL with a known past ({@link KnownPast}), one request after the other
 * over loopback, and how large they are: as they are, and as browsers fetch them. Takes a regular expression over its name,
 * pages, and {@code full} or {@code smoke}.
 */
public final class PagesBenchmark {
    private static final List<String> PAGES = List.of(
            "/?hours=1",
            "/?hours=24",
            "/?hours=168",
            "/operations?name=operation-1&hours=1",
            "/operations?name=operation-1&hours=24",
            "/operations?name=operation-1&hours=168",
            "/operations?name=operation-1&hours=720",
            "/operations?name=operation-1&hours=24&compare=before",
            "/operations?name=operation-1&hours=168&compare=week",
            "/operations?name=operation-12&hours=168",
            "/merges?hours=24",
            "/merges?hours=168",
            "/alerts",
            "/baselines",
            "/correlations");
    private static final double NANOS_IN_A_MILLI = 1e6;
    private static final double BYTES_IN_A_KB = 1e3;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final int rounds;

    private PagesBenchmark(URI address, int rounds) {
        this.address = address;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        if (!"pages".matches(arguments[0])) {
            return;
        }
        boolean smoke = arguments[1].equals("smoke");
        Instant now = Clock.systemUTC().instant();
        Path folder = Files.createTempDirectory("pages-benchmark");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), phase -> {});
                Storage storage = Storages.create("postgres", settings(postgres), Clock.systemUTC());
                RunningDaemon daemon = prepared(storage, now)) {
            System.out.println(new KnownPast(now, smoke ? 1 : 8).tell(daemon, storage));
            analyze(postgres);
            new PagesBenchmark(daemon.address(), smoke ? 1 : Integer.getInteger("bench.rounds", 40)).run();
        }
        // HTTP clients keep threads for a while.
        System.exit(0);
    }

    /** As the server does by itself, some minutes after so much was stored. */
    private static void analyze(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(),
                        postgres.user(),
                        postgres.password().reveal());
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static RunningDaemon prepared(Storage storage, Instant now) {
        storage.prepare();
        return RunningDaemon.over(storage, now);
    }

    private static StorageSettings settings(EmbeddedPostgres postgres) {
        return new StorageSettings(Map.of(
                "url", postgres.jdbcUrl(),
                "user", postgres.user(),
                "password", postgres.password().reveal(),
                "schema", "tidemark"));
    }

    private void run() throws IOException, InterruptedException {
        System.out.printf("%-54s %9s %9s %9s %9s%n", "page", "median ms", "p95 ms", "KB", "gzip KB");
        for (String page : PAGES) {
            for (int round = 0; round < rounds; round++) {
                get(page, "identity");
            }
            double[] millis = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                get(page, "identity");
                millis[round] = (System.nanoTime() - start) / NANOS_IN_A_MILLI;
            }
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "%-54s %9.1f %9.1f %9.1f %9.1f%n",
                    page,
                    millis[rounds / 2],
                    millis[(int) (0.95 * (rounds - 1))],
                    get(page, "identity") / BYTES_IN_A_KB,
                    get(page, "gzip") / BYTES_IN_A_KB);
        }
    }

    /** How many bytes came. */
    private int get(String page, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(page))
                .header("Accept-Encoding", encoding)
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(page, response.statusCode()));
        }
        return response.body().length;
    }
}
