package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.bootstrap.http.HttpSettings.Guarding;
import io.tidemark.bootstrap.settings.CallbackSettings;
import io.tidemark.bootstrap.settings.RateSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    @Test
    void start_saysWhatToDoWhenThePortIsTaken() throws IOException {
        try (RunningDaemon daemon = RunningDaemon.start();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpSettings settings = new HttpSettings(
                    "127.0.0.1",
                    taken.getLocalPort(),
                    new Guarding(List.of(), RateSettings.DEFAULT, CallbackSettings.NONE),
                    Duration.ofSeconds(1));

            assertThatThrownBy(() -> HttpServer.start(settings, daemon.parts()))
                    .isInstanceOf(CannotListenException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void close_endsLiveConnectionsAndRefusesNewOnes() throws IOException {
        try (RunningDaemon daemon = RunningDaemon.start();
                Socket live = new Socket(
                        InetAddress.getLoopbackAddress(), daemon.address().getPort())) {
            live.setSoTimeout(10_000);
            live.getOutputStream()
                    .write("GET /live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader events =
                    new BufferedReader(new InputStreamReader(live.getInputStream(), StandardCharsets.UTF_8));
            assertThat(events.readLine()).contains(" 200 ");

            Client client = new Client(daemon.address());
            daemon.server().close();

            assertThat(events.lines().toList()).isNotEmpty();
            assertThatThrownBy(() -> client.get("/health/live")).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void close_canBeCalledTwice() {
        RunningDaemon daemon = RunningDaemon.start();
        daemon.server().close();
        daemon.close();
    }

    static HttpSettings anyPort() {
        return new HttpSettings(
                "127.0.0.1",
                0,
                new Guarding(List.of(), RateSettings.DEFAULT, CallbackSettings.NONE),
                Duration.ofSeconds(1));
    }
}
