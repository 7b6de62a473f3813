package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.local.LocalToken;
import io.tidemark.bootstrap.local.LocalTokenFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessCommandsTest {
    private final CommandFixture shell = new CommandFixture();
    private DaemonFixture daemon;

    @BeforeEach
    void startDaemon() throws Exception {
        daemon = new DaemonFixture();
    }

    @AfterEach
    void stopDaemon() {
        daemon.close();
    }

    @Test
    void tokensCreate_printsTheTokenOnce() {
        daemon.answering("POST /api/v1/tokens", 201, """
                {"name":"ci","role":"recorder","expires":"2026-12-21T12:00:00Z","token":"tidemark_x"}""");

        var outcome =
                shell.run("tokens", "create", "ci", "--role", "recorder", "--expires", "30d", "--url", daemon.url());

        assertThat(outcome.out().lines().findFirst()).contains("tidemark_x");
        assertThat(daemon.requests().get(0))
                .contains("\"name\":\"ci\",\"role\":\"recorder\",\"expiresInSeconds\":2592000");
    }

    @Test
    void tokensCreate_refusesADurationThatIsNone() {
        var outcome =
                shell.run("tokens", "create", "ci", "--role", "viewer", "--expires", "soon", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("'soon' must be like 30d, 12h, 15m or 90s");
    }

    @Test
    void theToken_comesFromTheOption_orElseFromTheEnvironment() {
        daemon.answering("GET /api/v1/tokens", 200, "{\"tokens\":[]}");
        shell.with("TIDEMARK_TOKEN", "from-environment");

        shell.run("tokens", "list", "--url", daemon.url());
        shell.run("tokens", "list", "--token", "from-option", "--url", daemon.url());

        assertThat(daemon.authorizations()).containsExactly("Bearer from-environment", "Bearer from-option");
    }

    @Test
    void withoutAToken_noneIsShown() {
        daemon.answering("GET /api/v1/tokens", 200, "{\"tokens\":[]}");

        var outcome = shell.run("tokens", "list", "--url", daemon.url());

        assertThat(daemon.authorizations()).containsExactly("none");
        assertThat(outcome.out()).startsWith("There are no tokens");
    }

    @Test
    void theLocalToken_isShownToTheDaemonThatLeftIt(@TempDir Path data) throws Exception {
        daemon.answering("GET /api/v1/tokens", 200, "{\"tokens\":[]}");
        String token = leftIn(data, daemon.url());

        shell.run("tokens", "list", "--data", data.toString());
        shell.run("tokens", "list", "--data", data.toString(), "--url", daemon.url());
        shell.run("tokens", "list", "--data", data.toString(), "--url", "http://localhost:" + daemon.port());
        shell.with("TIDEMARK_DATA", data.toString()).run("tokens", "list");

        assertThat(daemon.authorizations()).hasSize(4).containsOnly("Bearer " + token);
    }

    @Test
    void theLocalToken_isShownToNobodyElse(@TempDir Path data) throws Exception {
        daemon.answering("GET /api/v1/tokens", 200, "{\"tokens\":[]}");
        leftIn(data, "http://127.0.0.1:1");

        shell.run("tokens", "list", "--data", data.toString(), "--url", daemon.url());

        assertThat(daemon.authorizations()).containsExactly("none");
    }

    @Test
    void theLocalToken_givesWayToAnother(@TempDir Path data) throws Exception {
        daemon.answering("GET /api/v1/tokens", 200, "{\"tokens\":[]}");
        leftIn(data, daemon.url());

        shell.run("tokens", "list", "--data", data.toString(), "--token", "from-option");
        shell.with("TIDEMARK_TOKEN", "from-environment").run("tokens", "list", "--data", data.toString());

        assertThat(daemon.authorizations()).containsExactly("Bearer from-option", "Bearer from-environment");
    }

    @Test
    void theLocalTokenOfAnEarlierRun_isOneSentence(@TempDir Path data) throws Exception {
        daemon.answering("GET /api/v1/tokens", 401, "{\"title\":\"Unauthorized\",\"detail\":\"unknown\"}");
        String token = leftIn(data, daemon.url());

        var outcome = shell.run("tokens", "list", "--data", data.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err())
                .contains(
                        "an earlier run, has left", data.resolve("local-token").toString(), "--data", "--token")
                .doesNotContain(token);
    }

    @Test
    void theLocalTokenThatOthersCanRead_isNotUsed_whichIsSaidWhenOneIsNeeded(@TempDir Path data) throws Exception {
        daemon.answering("GET /api/v1/tokens", 401, "{\"title\":\"Unauthorized\",\"detail\":\"use --token\"}");
        leftIn(data, daemon.url());
        Files.setPosixFilePermissions(data.resolve("local-token"), PosixFilePermissions.fromString("rw-r--r--"));

        var outcome = shell.run("tokens", "list", "--data", data.toString(), "--url", daemon.url());

        assertThat(daemon.authorizations()).containsExactly("none");
        assertThat(outcome.err()).contains("Unauthorized: use --token (", "its owner alone");
    }

    @Test
    void tokensRevoke_takesAnyName() {
        daemon.answering(
                "DELETE /api/v1/tokens?name=ci%2Fnightly%20build&by=" + DaemonClient.encoded(Person.name()),
                200,
                "{\"revoked\":\"ci/nightly build\"}");

        assertThat(shell.run("tokens", "revoke", "ci/nightly build", "--url", daemon.url())
                        .out()
                        .strip())
                .isEqualTo("ci/nightly build is revoked");
    }

    @Test
    void secretsNewKey_printsAnotherKeyEachTime() {
        String first = shell.run("secrets", "new-key").out().strip();

        assertThat(first).matches("tidemark_key_[A-Za-z0-9_-]{43}");
        assertThat(shell.run("secrets", "new-key").out().strip()).isNotEqualTo(first);
    }

    @Test
    void secretsRotate_saysWhatIsLeft() {
        daemon.answering("POST /api/v1/secrets/rotate", 200, """
                {"rotated":["team"],"current":2,"problems":["webhook-url of destination 'lost' is left"]}""");

        var outcome = shell.run("secrets", "rotate", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out().lines())
                .containsExactly(
                        "Encrypted anew: 1; under the first key before: 2",
                        "Left: webhook-url of destination 'lost' is left");
    }

    @Test
    void channelsAdd_readsSecretsFromFiles(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("hook.txt"), "https://hooks.example.org/planted\n");
        daemon.answering("POST /api/v1/channels", 201, "{\"name\":\"team\"}");

        var outcome = shell.run(
                "channels",
                "add",
                "team",
                "--channel",
                "slack",
                "--set",
                "user=tidemark",
                "--secret-file",
                "webhook-url=" + file,
                "--url",
                daemon.url());

        assertThat(daemon.requests().get(0))
                .contains("\"user\":\"tidemark\"", "\"webhook-url\":\"https://hooks.example.org/planted\"");
        assertThat(outcome.out()).contains("tidemark channels test team").doesNotContain("planted");
    }

    @Test
    void channelsTest_showsWhatTheReceiverSays() {
        daemon.answering("POST /api/v1/channels/test", 200, """
                {"name":"team","outcome":"refused","reason":"http_404","status":404,"detail":"no_service"}""");

        var outcome = shell.run("channels", "test", "team", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out().lines())
                .containsExactly("outcome  refused", "reason   http_404", "status   404", "detail   no_service");
    }

    @Test
    void audit_showsWhatWasAndWhatIs() {
        daemon.answering("GET /api/v1/audit?limit=100&kind=destination", 200, """
                {"entries":[{"at":"2026-11-21T12:00:00Z","by":"ada","verb":"changed","kind":"destination",\
                "name":"team","before":"slack with [a]","after":"slack with [a, b]"}]}""");

        assertThat(shell.run("audit", "--kind", "destination", "--url", daemon.url())
                        .out()
                        .lines())
                .anySatisfy(line -> assertThat(line).contains("ada", "changed", "destination", "team"))
                .anySatisfy(line -> assertThat(line).contains("slack with [a] -> slack with [a, b]"));
    }

    private static String leftIn(Path data, String url) throws Exception {
        var token = LocalToken.random();
        LocalTokenFile.in(data).write(token, URI.create(url));
        return token.reveal();
    }
}
