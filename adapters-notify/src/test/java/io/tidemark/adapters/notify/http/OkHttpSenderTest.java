package io.tidemark.adapters.notify.http;

import static io.tidemark.adapters.notify.http.ScriptedServer.waitForTheClient;
import static io.tidemark.adapters.notify.http.ScriptedServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.HttpFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OkHttpSenderTest {
    private static final AddressRules LOOPBACK = new AddressRules(true, false, true, Set.of());
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String PATH = "/services/T0/B0/c2VjcmV0?key=a2V5";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    private OkHttpSender sender = sender(LOOPBACK, PATIENT);

    @AfterEach
    void closeSender() {
        sender.close();
    }

    @Test
    void send_returnsStatusHeadersAndBody() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                "HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\nContent-Length: 4\r\nConnection: close\r\n\r\nwait")) {
            HttpAnswer answer = sender.send(HttpCall.post(server.uri(PATH)));

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("retry-after")).contains("7");
            assertThat(answer.body()).isEqualTo("wait");
        }
    }

    /** Such as small servers written in Python: each answer ends its connection, without a word about it. */
    @Test
    void send_usesNoConnectionOfAnOldServerTwice() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            for (int call = 1; call <= 5; call++) {
                assertThat(sender.send(HttpCall.post(server.uri(PATH))).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void send_sendsMethodPathHeadersAndBody() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            sender.send(HttpCall.of("PUT", server.uri(PATH))
                    .withHeader("Authorization", "Bearer key")
                    .withBody("application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));

            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("PUT " + PATH + " HTTP/1.1\r\n")
                    .contains("Authorization: Bearer key\r\n", "Content-Type: application/json\r\n")
                    .contains("User-Agent: Tidemark/")
                    .endsWith("\r\n\r\n{\"a\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"408 Timeout", "503 Busy\r\nRetry-After: 0", "421 Misdirected", "500 Broken"})
    void send_neverRepeatsACallByItself(String status) throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", OK)) {
            sender.send(HttpCall.post(server.uri(PATH)));

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void send_readsABodyUpToItsBound() throws Exception {
        String body = "x".repeat(200_000);
        try (ScriptedServer server = ScriptedServer.answering(
                "HTTP/1.1 500 Broken\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body)) {
            HttpAnswer answer = sender.send(HttpCall.post(server.uri(PATH)));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).hasSize(64 * 1024);
        }
    }

    @Test
    void send_readsACompressedBodyUpToTheSameBound() throws Exception {
        byte[] bomb = gzip(new byte[50_000_000]);
        try (ScriptedServer server = ScriptedServer.with((request, connection) -> {
            write(
                    connection,
                    ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            write(connection, bomb);
        })) {
            assertThat(sender.send(HttpCall.post(server.uri(PATH))).body()).hasSize(64 * 1024);
        }
    }

    @Test
    void send_hasAnAnswer_onceTheStatusWasRead_evenIfTheBodyNeverEnds() throws Exception {
        use(sender(LOOPBACK, SHORT));
        try (ScriptedServer server = ScriptedServer.with((request, connection) -> {
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok".getBytes(StandardCharsets.UTF_8));
            waitForTheClient(connection);
        })) {
            HttpAnswer answer = sender.send(HttpCall.post(server.uri(PATH)));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
        }
    }

    @Test
    void send_followsARedirectThatKeepsTheMethod_toTheSameServer() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(redirect(307, "/moved"), OK)) {
            HttpCall call = HttpCall.post(server.uri(PATH)).withBody("text/plain", new byte[] {'h', 'i'});

            assertThat(sender.send(call).body()).isEqualTo("ok");
            assertThat(server.requests().get(1)).startsWith("POST /moved ").endsWith("\r\n\r\nhi");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "302, /moved",
        "303, /moved",
        "307, http://localhost:1/moved",
        "308, https://hooks.example.com/moved",
        "307, mailto:somebody"
    })
    void send_refusesARedirectOfAPost(int status, String location) throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(redirect(status, location), OK)) {
            assertThat(failure(server).kind()).isEqualTo(Kind.REDIRECT_REFUSED);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void send_refusesTheFourthRedirectInARow() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(redirect(307, PATH))) {
            assertThat(failure(server).kind()).isEqualTo(Kind.REDIRECT_REFUSED);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void send_saysThatAServerDidNotAnswerInTime() throws Exception {
        use(sender(LOOPBACK, SHORT));
        try (ScriptedServer server = ScriptedServer.with((request, connection) -> waitForTheClient(connection))) {
            assertThat(failure(server).kind()).isEqualTo(Kind.TIMEOUT_BEFORE_ANSWER);
        }
    }

    @Test
    void send_saysThatAServerHungUpBeforeItsAnswer_andSendsNothingTwice() throws Exception {
        try (ScriptedServer server = ScriptedServer.with((request, connection) -> {})) {
            assertThat(failure(server).kind()).isEqualTo(Kind.LOST_BEFORE_ANSWER);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void send_saysThatAnAnswerIsNoHttp_withoutQuotingIt() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering("you asked for " + PATH + "\r\n\r\n")) {
            assertThat(failure(server).kind()).isEqualTo(Kind.LOST_BEFORE_ANSWER);
        }
    }

    @Test
    void send_saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertThat(failure(URI.create("http://127.0.0.1:" + port + PATH)).kind())
                .isEqualTo(Kind.CONNECT);
    }

    @Test
    void send_saysThatANameIsUnknown() {
        assertThat(failure(URI.create("https://nowhere.invalid" + PATH)).kind()).isEqualTo(Kind.CONNECT);
    }

    @Test
    void send_refusesACertificateThatNobodyTrusts() throws Exception {
        try (ScriptedServer server = ScriptedServer.with(SelfSigned.sockets(), (request, connection) -> {})) {
            HttpFailure failure = failure(URI.create("https://127.0.0.1:" + server.port() + PATH));

            assertThat(failure.kind()).isEqualTo(Kind.TLS);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"})
    void send_callsNoLocalAddressByDefault(String host) throws Exception {
        use(sender(AddressRules.strict(), PATIENT));
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            HttpFailure failure = failure(URI.create("https://" + host + ":" + server.port() + PATH));

            assertThat(failure.kind()).isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "100.100.100.200", "[fd00:ec2::254]", "224.0.0.1", "[fe80::1]"})
    void send_callsNoMetadataOrLinkLocalAddress_evenIfPrivateOnesAreAllowed(String host) {
        use(sender(new AddressRules(true, true, true, Set.of()), PATIENT));

        assertThat(failure(URI.create("http://" + host + PATH)).kind()).isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void send_usesNoPlainHttp_unlessItIsAllowed() throws Exception {
        use(sender(new AddressRules(true, false, false, Set.of()), PATIENT));
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            assertThat(failure(server).getMessage()).contains("would not be encrypted");
        }
    }

    @Test
    void send_usesNoPlainHttpToAPublicAddress() {
        use(sender(new AddressRules(true, true, true, Set.of()), PATIENT));

        assertThat(failure(URI.create("http://192.88.99.1" + PATH)).getMessage())
                .contains("the address is public");
    }

    @Test
    void send_callsAListedHost_whereverItLeads() throws Exception {
        use(sender(new AddressRules(false, false, true, Set.of("LocalHost")), PATIENT));
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            URI uri = URI.create("http://localhost:" + server.port() + PATH);

            assertThat(sender.send(HttpCall.post(uri)).body()).isEqualTo("ok");
        }
    }

    @Test
    void send_throughAProxy_usesNoPlainHttp() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.answering(OK)) {
            use(new OkHttpSender(SenderSettings.defaults()
                    .withAddresses(LOOPBACK)
                    .withProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()))));

            assertThat(failure(URI.create("http://hooks.example.com" + PATH)).kind())
                    .isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void send_throughAProxy_asksItForATunnel() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.answering("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n")) {
            use(new OkHttpSender(SenderSettings.defaults()
                    .withProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()))));

            assertThat(failure(URI.create("https://hooks.example.com" + PATH)).kind())
                    .isEqualTo(Kind.CONNECT);
            assertThat(proxy.requests()).singleElement().asString().startsWith("CONNECT hooks.example.com:443 ");
        }
    }

    @Test
    void send_refusesAnAddressThatIsNoHttp() {
        assertThat(failure(URI.create("file:///etc/passwd")).kind()).isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void send_canBeInterrupted() throws Exception {
        try (ScriptedServer server = ScriptedServer.with((request, connection) -> waitForTheClient(connection))) {
            Thread.currentThread().interrupt();

            Assertions.assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> sender.send(HttpCall.post(server.uri(PATH))));
        }
    }

    private void use(OkHttpSender other) {
        sender.close();
        sender = other;
    }

    private static OkHttpSender sender(AddressRules rules, Duration limit) {
        return new OkHttpSender(SenderSettings.defaults()
                .withAddresses(rules)
                .withLimits(new HttpTimeLimits(PATIENT, limit, limit, PATIENT)));
    }

    private HttpFailure failure(ScriptedServer server) {
        return failure(server.uri(PATH));
    }

    /** No failure, whatever it is, may quote a path, a query or a header. */
    private HttpFailure failure(URI uri) {
        HttpCall call = HttpCall.post(uri).withHeader("Authorization", "Bearer dG9rZW4");
        HttpFailure failure = catchThrowableOfType(HttpFailure.class, () -> sender.send(call));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("services", "c2VjcmV0", "a2V5", "dG9rZW4");
        return failure;
    }

    private static String redirect(int status, String location) {
        return "HTTP/1.1 " + status + " Moved\r\nLocation: " + location
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
