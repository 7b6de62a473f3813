package io.tidemark.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program of the distribution, run as a user runs it. */
final class TidemarkProcess implements AutoCloseable {
    static final Path HOME = Path.of("target", "tidemark").toAbsolutePath();

    /** For what takes seconds on a machine that has nothing else to do. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;

    private TidemarkProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static TidemarkProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), arguments);
    }

    /** @param environment what the program finds in its environment, besides what this one does */
    static TidemarkProcess start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bin/tidemark").toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder program = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        program.environment().putAll(environment);
        return new TidemarkProcess(program.start(), output);
    }

    /** Runs a command to its end. */
    static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        try (TidemarkProcess process = start(folder, arguments)) {
            return process.end();
        }
    }

    /** Waits until the daemon that listens on the port is ready. */
    void awaitReady(int port) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            assertThat(process.isAlive())
                    .as("alive; its output was:%n%s", output())
                    .isTrue();
            return get(port, "/health/ready").contains("\"ready\"");
        });
    }

    static String get(int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Asks it to end, as Ctrl-C and service managers do. */
    Ended terminate() throws IOException, InterruptedException {
        process.destroy();
        return end();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Ended end() throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the process has ended; its output was:%n%s", output())
                .isTrue();
        return new Ended(process.exitValue(), output());
    }

    /** What a program leaves when it ends. */
    record Ended(int exitCode, String output) {}
}
