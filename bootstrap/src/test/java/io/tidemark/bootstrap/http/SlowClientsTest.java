package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowClientsTest {
    private static final int MANY = HttpServer.THREADS + 6;

    private final RunningDaemon daemon = RunningDaemon.start();
    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        daemon.close();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/baselines,1000,500", "/api/v1/baselines,65000,40000", "/api/v1/timings,1000000,100000"})
    void halfBodies_keepNobodyElseFromBeingAnswered(String path, int announced, int sent) {
        for (int i = 0; i < MANY; i++) {
            begin(path, announced, sent);
        }

        assertThat(new Client(daemon.address()).get("/health/live").statusCode())
                .isEqualTo(200);
        assertThat(new Client(daemon.address()).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void bodyThatIsBrokenOff_isCountedAsSuch() throws IOException {
        begin("/api/v1/timings", 1000, 500).close();

        Client client = new Client(daemon.address());
        Awaitility.await()
                .until(() ->
                        client.get("/metrics").body().contains("batches_refused_total{reason=\"broken_off\"} 1.0"));
    }

    @Test
    void bodyThatTakesTooLong_isRefused() {
        AtomicLong nanos = new AtomicLong();
        IntConsumer bounds = new Bodies(nanos::get).bounds(1_000);
        nanos.addAndGet(Bodies.PATIENCE.toNanos());
        bounds.accept(1);
        nanos.incrementAndGet();

        assertThatThrownBy(() -> bounds.accept(1)).hasMessage("the body took longer than 30 s");
    }

    private Socket begin(String path, int announced, int sent) {
        try {
            Socket client =
                    new Socket(daemon.address().getHost(), daemon.address().getPort());
            clients.add(client);
            client.getOutputStream()
                    .write(
                            "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                    .formatted(path, announced, "[" + " ".repeat(sent - 1))
                                    .getBytes(StandardCharsets.US_ASCII));
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
