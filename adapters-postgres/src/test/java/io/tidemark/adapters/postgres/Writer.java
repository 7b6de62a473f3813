package io.tidemark.adapters.postgres;

import static org.awaitility.Awaitility.await;

import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** An application in a process of its own: it records numbers as microseconds, says which are safe, and is killed. */
final class Writer implements AutoCloseable {
    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final CompletableFuture<Void> everythingRead;
    private final List<Long> durable = new CopyOnWriteArrayList<>();
    private volatile long safe;

    private Writer(Process process) {
        this.process = process;
        this.everythingRead = CompletableFuture.runAsync(this::read, command -> new Thread(command).start());
    }

    /** Starts one that records the operations {@code durable <name>} and {@code plain <name>}. */
    static Writer start(Map<String, String> settings, Path journal, String name) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder writer = new ProcessBuilder(List.of(
                java, "-cp", System.getProperty("java.class.path"), Writer.class.getName(), journal.toString(), name));
        settings.forEach((key, value) -> writer.environment().put("storage_" + key, value));
        return new Writer(writer.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The numbers that were recorded durably, and of which it was said. */
    List<Long> durable() {
        return durable;
    }

    /** Up to this number, what was recorded otherwise was said to be stored, or in the journal. */
    long safe() {
        return safe;
    }

    void awaitSafe(long number) {
        await().atMost(PATIENCE).until(() -> safe >= number);
    }

    void awaitDurable(int count) {
        await().atMost(PATIENCE).until(() -> durable.size() >= count);
    }

    /** Ends it as the system does when it needs the memory, and reads the last it said. */
    void kill() {
        // By its handle: the process itself would close what is still to be read.
        process.toHandle().destroyForcibly();
        everythingRead.join();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null && line.endsWith("."); line = said.readLine()) {
                long number = Long.parseLong(line.substring(1, line.length() - 1));
                if (line.startsWith("D")) {
                    durable.add(number);
                } else {
                    safe = number;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        String name = arguments[1];
        TidemarkSettings inPostgres = TidemarkSettings.defaults()
                .withStorage(
                        "postgres",
                        Map.of(
                                "url", System.getenv("storage_url"),
                                "user", System.getenv("storage_user"),
                                "password", System.getenv("storage_password"),
                                "schema", System.getenv("storage_schema")));
        Tidemark durably = Tidemark.open(inPostgres);
        Tidemark journaling = Tidemark.open(inPostgres.withJournal(Path.of(arguments[0])));
        Thread other = new Thread(() -> forEver(number -> recordDurably(durably, "durable " + name, number)));
        other.start();
        await().atMost(PATIENCE).until(() -> journaling.report().journaled() == 0);
        long before = journaling.report().written();
        forEver(number -> recordSome(journaling, "plain " + name, number, before));
    }

    private static void forEver(LongConsumer recording) {
        for (long number = 1; number > 0; number++) {
            recording.accept(number);
        }
    }

    private static void recordDurably(Tidemark tidemark, String operation, long number) {
        try {
            tidemark.recordDurably(operation, Duration.of(number, ChronoUnit.MICROS), Context.of("ada"));
            say("D" + number + ".");
        } catch (StorageException e) {
            // Not said: whether it was stored is open.
            await().pollDelay(Duration.ofMillis(10)).until(() -> true);
        }
    }

    private static void recordSome(Tidemark tidemark, String operation, long round, long before) {
        for (long i = (round - 1) * AT_ONCE + 1; i <= round * AT_ONCE; i++) {
            tidemark.record(operation, Duration.of(i, ChronoUnit.MICROS));
        }
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> tidemark.report().written() + tidemark.report().journaled() - before >= round * AT_ONCE);
        say("P" + round * AT_ONCE + ".");
    }

    /** In one piece, as two threads speak. */
    @SuppressWarnings("SystemOut") // the way from this process to the test
    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
