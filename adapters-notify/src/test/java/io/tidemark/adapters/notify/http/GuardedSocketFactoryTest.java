package io.tidemark.adapters.notify.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.channel.HttpFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

class GuardedSocketFactoryTest {
    private static final AddressRules LOOPBACK = new AddressRules(true, false, false, Set.of());

    @Test
    void connect_leadsWhereTheRulesAllow() throws IOException {
        assertThat(connect(LOOPBACK.sockets(true))).isTrue();
    }

    @Test
    void connect_isRefusedElsewhere() {
        refused(AddressRules.strict().sockets(true), "loopback");
    }

    @Test
    void connect_isRefusedWithoutEncryption() {
        refused(LOOPBACK.sockets(false), "not be encrypted");
    }

    @Test
    void connect_saysThatANameLeadsNowhere() throws IOException {
        try (Socket socket = LOOPBACK.sockets(true).createSocket()) {
            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 25)))
                    .withMessageContaining("nowhere.invalid");
        }
    }

    private static void refused(SocketFactory sockets, String why) {
        assertThatExceptionOfType(HttpFailure.class)
                .isThrownBy(() -> connect(sockets))
                .withMessageContaining(why)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(HttpFailure.Kind.ADDRESS_NOT_ALLOWED));
    }

    private static boolean connect(SocketFactory sockets) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here);
                Socket socket = sockets.createSocket()) {
            socket.connect(new InetSocketAddress(here, server.getLocalPort()), 1_000);
            return socket.isConnected();
        }
    }
}
