package io.tidemark.bootstrap.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.timing.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final List<Viewer> viewers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Viewer viewer : viewers) {
            viewer.close();
        }
        daemon.close();
    }

    @Test
    void viewer_isSentWhatHasChanged() throws IOException {
        Viewer viewer = view("/live");
        viewer.readUntil("Nothing is watched yet");

        daemon.saw(Severity.CRITICAL, Scope.of("commit"), new Figures(60_000, 6_000, 10));
        daemon.passes(Duration.ofSeconds(2));

        viewer.readUntil("1 alert open: 1 critical");
    }

    @Test
    void viewer_isSentOnlyTheCardThatHasChanged() throws IOException {
        daemon.ran("commit", Duration.ofMillis(5), 10);
        daemon.ran("get_diff", Duration.ofMillis(5), 10);
        Viewer viewer = view("/live");
        viewer.readUntil("id=\"figures\"");

        daemon.ran("get_diff", Duration.ofMillis(5), 10);
        daemon.passes(Duration.ofSeconds(2));

        assertThat(viewer.readUntil("20 timings")).noneMatch(line -> line.contains("commit"));
    }

    @Test
    void viewers_areRefusedBeyondTheBound() throws IOException {
        long admitted = 0;
        for (int i = 0; i < 2 * LiveFeed.MAX_CLIENTS; i++) {
            admitted += view("/live").readUntil("HTTP/1.1").get(0).contains(" 200 ") ? 1 : 0;
        }

        assertThat(admitted).isBetween((long) LiveFeed.MAX_CLIENTS, 2L * LiveFeed.MAX_CLIENTS - 1);
        assertThat(view("/live").readUntil("HTTP/1.1").get(0)).contains(" 503 ");
    }

    @Test
    void viewerOfAnUnknownStretchOfTime_isRefused() {
        assertThat(new Client(daemon.address())
                        .get("/live?hours=2", "Accept", "text/event-stream")
                        .statusCode())
                .isEqualTo(400);
    }

    private Viewer view(String path) throws IOException {
        Viewer viewer = Viewer.open(daemon.address(), path);
        viewers.add(viewer);
        return viewer;
    }

    /** A browser that has the page open. */
    private record Viewer(Socket socket, BufferedReader lines) {
        static Viewer open(URI address, String path) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            return new Viewer(
                    socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        }

        /** The lines up to the first one with this text. */
        List<String> readUntil(String text) throws IOException {
            List<String> read = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(line);
                if (line.contains(text)) {
                    return read;
                }
            }
            throw new IllegalStateException("the stream ended without '%s': %s".formatted(text, read));
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
