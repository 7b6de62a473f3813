package io.tidemark.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelConfigException;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.HttpSender;
import io.tidemark.channel.testkit.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSettingsTest {
    private static final Map<String, String> FEWEST =
            Map.of("host", "smtp.example.org", "from", "tidemark@example.org", "to", "ops@example.org");

    @Test
    void fewest_areServerSenderAndRecipient() {
        assertThat(problems(Map.of())).isEmpty();
        assertThat(channel(Map.of())).hasToString("EmailChannel[kit, smtp.example.org:587]");
    }

    @ParameterizedTest
    @CsvSource({"starttls,587", "tls,465", "none,25"})
    void port_goesWithTheSecurity(String security, int port) {
        assertThat(channel(Map.of("security", security)))
                .hasToString("EmailChannel[kit, smtp.example.org:" + port + "]");
    }

    @Test
    void none_needsAHostThatAllowsPlain() {
        Map<String, String> settings = new HashMap<>(FEWEST);
        settings.put("security", "none");
        ChannelConfigException failure = catchThrowableOfType(
                ChannelConfigException.class,
                () -> new EmailChannelFactory().create(ChannelConfig.of("kit", settings), Sending.HOST));
        assertThat(failure.problems()).singleElement().asString().startsWith("security: 'none'");
    }

    @Test
    void username_needsAPassword() {
        assertThat(problems(Map.of("username", "robot")))
                .singleElement()
                .asString()
                .startsWith("password:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "@example.org",
                "ops@",
                "ops@example.org, , dba",
                "ops@example.org\r\nBcc: evil@example.net",
                "\"a b\"@example.org",
                "<script>@example.org",
                "ops@exa mple.org",
                "\u00FCser@example.org",
                "team: ops@example.org;",
                "ops@example.org>, RCPT TO:<evil@example.net"
            })
    void address_thatIsNoneIsNamed(String address) {
        assertThat(problems(Map.of("to", address))).singleElement().asString().startsWith("to:");
    }

    @Test
    void addresses_areNotMoreThanAServerMustTake() {
        assertThat(problems(Map.of("to", "ops@example.org,".repeat(3) + "dba@example.org")))
                .isEmpty();
        StringBuilder many = new StringBuilder("a0@example.org");
        for (int number = 1; number <= Addresses.MOST; number++) {
            many.append(", a").append(number).append("@example.org");
        }
        assertThat(problems(Map.of("to", many.toString())))
                .singleElement()
                .asString()
                .contains("1 to 100");
    }

    @Test
    void domain_mayBeWrittenInItsOwnLetters() {
        assertThat(Addresses.single("Ops <ops@bücher.example>").getAddress()).isEqualTo("ops@xn--bcher-kva.example");
        assertThat(Addresses.host("smtp.bücher.example")).isEqualTo("smtp.xn--bcher-kva.example");
    }

    @ParameterizedTest
    @CsvSource({"host,smtp example", "port,70000", "security,ssl", "helo-name,a b", "ca-certificate,not a certificate"})
    void value_thatIsBadIsNamed(String key, String value) {
        assertThat(problems(Map.of(key, value))).singleElement().asString().startsWith(key + ":");
    }

    @Test
    void address_thatTheHostForbidsTakesTheChannelDown() throws InterruptedException {
        ChannelHost strict = new Strict();
        try (Channel channel = new EmailChannelFactory().create(config(Map.of("host", "127.0.0.1")), strict)) {
            Delivery delivery = channel.deliver(Messages.firing());
            assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.CHANNEL_DOWN);
            assertThat(delivery.reason()).isEqualTo("address_not_allowed");
        }
    }

    private static Channel channel(Map<String, String> changes) {
        return new EmailChannelFactory().create(config(changes), Sending.HOST);
    }

    private static List<String> problems(Map<String, String> changes) {
        ChannelConfigException failure = catchThrowableOfType(
                ChannelConfigException.class, () -> channel(changes).close());
        return failure == null ? List.of() : failure.problems();
    }

    private static ChannelConfig config(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(FEWEST);
        settings.putAll(changes);
        return ChannelConfig.allowingPlainHttp("kit", settings);
    }

    /** A host whose sockets lead nowhere. */
    private static final class Strict extends SocketFactory implements ChannelHost {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress target, int limit) throws IOException {
                    throw new HttpFailure(HttpFailure.Kind.ADDRESS_NOT_ALLOWED, "it is a loopback address", null);
                }
            };
        }

        @Override
        public SocketFactory sockets(boolean encrypted) {
            return this;
        }

        @Override
        public String destination() {
            return "kit";
        }

        @Override
        public HttpSender http() {
            return Sending.HOST.http();
        }

        @Override
        public Clock clock() {
            return Sending.HOST.clock();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("only unconnected sockets are asked for");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            throw new IOException("only unconnected sockets are asked for");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw new IOException("only unconnected sockets are asked for");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            throw new IOException("only unconnected sockets are asked for");
        }
    }
}
