package io.tidemark.bootstrap.delivery;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Alertmanager without a pause before it sends: it keeps nothing that was not sent. */
final class Alertmanager implements Contender {
    private static final int ALERTS_AT_ONCE = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI alerts;

    Alertmanager(Path program, URI receiver, Path folder) throws IOException, InterruptedException {
        Path settings = folder.resolve("alertmanager.yml");
        Files.writeString(settings, """
                route:
                  receiver: hook
                  group_by: ['...']
                  group_wait: 0s
                  group_interval: 5m
                  repeat_interval: 1h
                receivers:
                  - name: hook
                    webhook_configs:
                      - url: %s
                        send_resolved: false
                """.formatted(receiver));
        int port = freePort();
        process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + settings,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--cluster.listen-address=",
                        "--log.level=error",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        alerts = URI.create("http://127.0.0.1:%d/api/v2/alerts".formatted(port));
        awaitReady(URI.create("http://127.0.0.1:%d/-/ready".formatted(port)));
    }

    @Override
    public String name() {
        return "Alertmanager, group_wait 0";
    }

    @Override
    public long sendAll(List<String> marks) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int from = 0; from < marks.size(); from += ALERTS_AT_ONCE) {
            post(marks.subList(from, Math.min(marks.size(), from + ALERTS_AT_ONCE)));
        }
        return start;
    }

    @Override
    public void sendOne(String mark) throws IOException, InterruptedException {
        post(List.of(mark));
    }

    private void post(List<String> marks) throws IOException, InterruptedException {
        String body = marks.stream()
                .map("{\"labels\":{\"alertname\":\"%s\"}}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        HttpRequest request = HttpRequest.newBuilder(alerts)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("Alertmanager answered " + status);
        }
    }

    private void awaitReady(URI ready) throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            try {
                HttpRequest request = HttpRequest.newBuilder(ready).build();
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Alertmanager did not start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
