package io.tidemark.distribution;

import static io.tidemark.distribution.TidemarkProcess.PATIENCE;
import static io.tidemark.distribution.TidemarkProcess.freePort;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.bootstrap.postgres.EmbeddedPostgres;
import io.tidemark.bootstrap.secret.Vault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plants secrets wherever people put them, has receivers quote them, provokes mistakes with them in every place, and then
 * looks for them in all that the daemon has logged, answered and stored.
 */
class SecretsIT {
    private static final String IN_FILE = "PlantedInSettings4711";
    private static final String IN_SECRET_FILE = "PlantedInFile4712";
    private static final String IN_ENVIRONMENT = "PlantedInEnvironment4713";
    private static final String IN_DATABASE = "PlantedInDatabase4714";
    private static final String CHANGED = "PlantedByChange4715";
    private static final String REFUSED = "PlantedWhereRefused4716";
    private static final String WRONG_TOKEN = "tidemark_PlantedWrongToken4717";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String VERBOSE = """
            <configuration>
              <appender name="STDERR" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target>
                <encoder><pattern>%level %logger: %msg%n%ex{full}</pattern></encoder>
              </appender>
              <logger name="io.tidemark" level="TRACE"/>
              <root level="INFO"><appender-ref ref="STDERR"/></root>
            </configuration>
            """;

    @TempDir
    Path folder;

    private final int port = freePort();
    private final String key = Vault.newKey();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private String token = "";

    @Test
    void secrets_areNowhereButWhereTheyBelong() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), phase -> {});
                QuotingReceiver receiver = QuotingReceiver.start();
                TidemarkProcess daemon = start(postgres, receiver)) {
            daemon.awaitReady(port);
            String local = localToken();
            token = local;
            token = new JsonMapper()
                    .readTree(call("POST", "/api/v1/tokens", "{\"name\":\"root\",\"role\":\"admin\"}"))
                    .path("token")
                    .asString();
            act(receiver);
            learn();
            // The baseline is held against timings a moment after it was calculated.
            await().atMost(PATIENCE).until(() -> {
                recordSlow();
                return !rows(postgres, "select 1 from performance_alerts").isEmpty();
            });
            await().atMost(PATIENCE).until(() -> receiver.calls() >= 5);
            readEverything();
            String output = daemon.terminate().output();

            List<String> planted = Stream.of(
                            IN_FILE,
                            IN_SECRET_FILE,
                            IN_ENVIRONMENT,
                            IN_DATABASE,
                            CHANGED,
                            REFUSED,
                            WRONG_TOKEN,
                            token,
                            local,
                            key,
                            postgres.password().reveal())
                    .flatMap(SecretsIT::spellings)
                    .toList();
            assertThat(output)
                    .contains("Channel types on offer")
                    .satisfies(text -> holdsNone("the log", text, planted));
            answers.forEach((request, answer) -> holdsNone("the answer to " + request, answer, planted));
            Map<String, String> stored = everythingStored(postgres);
            assertThat(stored).containsKeys("tidemark.performance_audit", "tidemark.destination_values");
            stored.forEach((table, text) -> holdsNone("the table " + table, text, planted));
        }
    }

    private String localToken() throws IOException {
        Path file = folder.resolve("tidemark-data/local-token");
        await().atMost(PATIENCE).until(() -> Files.exists(file));
        return Files.readAllLines(file).get(0);
    }

    private TidemarkProcess start(EmbeddedPostgres postgres, QuotingReceiver receiver) throws IOException {
        Path secretFile = Files.writeString(folder.resolve("hook.txt"), receiver.webhook(IN_SECRET_FILE));
        Path keyFile = Files.writeString(folder.resolve("key.txt"), key + "\n");
        Path logging = Files.writeString(folder.resolve("verbose.xml"), VERBOSE);
        Path settings = Files.writeString(folder.resolve("tidemark.yaml"), """
                database:
                  url: %s
                  user: %s
                  password: %s
                http:
                  port: %d
                secrets:
                  key-file: %s
                delivery:
                  allow-loopback: true
                  allow-plain-http: true
                destinations:
                  plain:
                    channel: slack
                    webhook-url: %s
                  filed:
                    channel: slack
                    webhook-url-file: %s
                  given:
                    channel: slack
                    webhook-url: ${PLANTED_HOOK}
                routes:
                  - severity: INFO
                    destinations: [plain, filed, given]
                """.formatted(
                        postgres.jdbcUrl(),
                        postgres.user(),
                        postgres.password().reveal(),
                        port,
                        keyFile,
                        receiver.webhook(IN_FILE),
                        secretFile));
        Map<String, String> environment = Map.of(
                "PLANTED_HOOK",
                receiver.webhook(IN_ENVIRONMENT),
                "JAVA_TOOL_OPTIONS",
                "-Dlogback.configurationFile=" + logging);
        return TidemarkProcess.start(folder, environment, "run", "--config", settings.toString());
    }

    /** Right and wrong, with a secret in each place that takes one. */
    private void act(QuotingReceiver receiver) throws Exception {
        String hook = receiver.webhook(IN_DATABASE);
        call("POST", "/api/v1/channels", channel("stored", "webhook-url", hook));
        call("POST", "/api/v1/channels", channel("stored", "webhook-url", receiver.webhook(REFUSED)));
        call("POST", "/api/v1/channels", channel("other", "webhook-ulr", receiver.webhook(REFUSED)));
        call("POST", "/api/v1/channels", channel("other", "webhook-url", "no address: " + REFUSED));
        call("POST", "/api/v1/channels", channel("plain", "webhook-url", receiver.webhook(REFUSED)));
        call("POST", "/api/v1/channels", "{\"name\":\"other\",\"values\":{\"webhook-url\":\"" + REFUSED + "\"");
        call("POST", "/api/v1/channels", "{\"name\":\"other\",\"webhook-url\":\"" + REFUSED + "\"}");
        call("POST", "/api/v1/channels", "{\"name\":\"other\",\"channel\":\"slack\",\"values\":\"" + REFUSED + "\"}");
        for (String name : List.of("stored", "plain", "filed", "given")) {
            assertThat(call("POST", "/api/v1/channels/test", "{\"name\":\"%s\"}".formatted(name)))
                    .contains("\"status\":404");
        }
        call("PATCH", "/api/v1/channels", """
                {"name":"stored","set":{"webhook-url":"%s"}}""".formatted(receiver.webhook(CHANGED)));
        call("POST", "/api/v1/channels/test", "{\"name\":\"stored\"}");
        call("POST", "/api/v1/secrets/rotate", "{}");
        String right = token;
        token = WRONG_TOKEN;
        call("GET", "/api/v1/status", "");
        token = right;
        send("POST", "/login", "token=" + WRONG_TOKEN, "Content-Type", "application/x-www-form-urlencoded");
        send("POST", "/login", "token=" + token, "Content-Type", "application/x-www-form-urlencoded");
    }

    private void learn() throws Exception {
        assertThat(call("POST", "/api/v1/timings", timings(3_000, 50))).doesNotContain("problem");
        assertThat(call("POST", "/api/v1/baselines", "{\"operation\":\"commit\"}"))
                .contains("commit");
    }

    private void recordSlow() throws Exception {
        call("POST", "/api/v1/timings", timings(900_000, 5));
    }

    private void readEverything() throws Exception {
        for (String path : List.of(
                "/",
                "/login",
                "/metrics",
                "/health/ready",
                "/api/v1/status",
                "/api/v1/alerts?state=all",
                "/api/v1/alerts/1",
                "/api/v1/audit",
                "/api/v1/channels",
                "/api/v1/tokens",
                "/api/v1/jobs")) {
            assertThat(call("GET", path, "")).as(path).isNotEmpty();
        }
    }

    private static String timings(int micros, int times) {
        String one = "{\"operation\":\"commit\",\"durationMicros\":%d,\"user\":\"ada\"}".formatted(micros);
        return "[%s]".formatted(String.join(",", Collections.nCopies(times, one)));
    }

    private static String channel(String name, String key, String value) {
        return "{\"name\":\"%s\",\"channel\":\"slack\",\"values\":{\"%s\":\"%s\"}}".formatted(name, key, value);
    }

    private String call(String method, String path, String body) throws Exception {
        String[] headers = token.isEmpty()
                ? new String[] {"Content-Type", "application/json"}
                : new String[] {"Content-Type", "application/json", "Authorization", "Bearer " + token};
        return send(method, path, body, headers);
    }

    private String send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .headers(headers)
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        String text = answer.headers().map() + "\n" + answer.body();
        // The one answer that must hold a secret is the one that tells it.
        if (!path.equals("/api/v1/tokens") || !method.equals("POST")) {
            answers.put("%s %s, number %d".formatted(method, path, answers.size()), text);
        }
        return answer.body();
    }

    /** A secret as it may have been written by whoever let it slip. */
    private static Stream<String> spellings(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)),
                HexFormat.of().formatHex(secret.getBytes(UTF_8)));
    }

    private static void holdsNone(String where, String text, List<String> planted) {
        // One by one: what is printed when it fails should be the one that was found.
        planted.forEach(secret -> assertThat(text.contains(secret))
                .as("%s holds %s", where, secret)
                .isFalse());
    }

    /** Every column of every row of every table, as text. */
    private static Map<String, String> everythingStored(EmbeddedPostgres postgres) throws SQLException {
        Map<String, String> stored = new LinkedHashMap<>();
        for (String table : rows(postgres, """
                select format('%I.%I', nspname, relname)
                from pg_class
                join pg_namespace on pg_namespace.oid = relnamespace
                where relkind in ('r', 'p', 'm') and nspname !~ '^(pg_|information_schema)'
                order by 1""")) {
            stored.put(table, String.join("\n", rows(postgres, "select t::text from " + table + " as t")));
        }
        return stored;
    }

    private static List<String> rows(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), postgres.user(), postgres.password().reveal());
                Statement statement = connection.createStatement()) {
            connection.setSchema("tidemark");
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        }
    }
}
