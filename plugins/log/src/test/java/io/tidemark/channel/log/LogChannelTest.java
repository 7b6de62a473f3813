package io.tidemark.channel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.Content;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.Message;
import io.tidemark.channel.testkit.ChannelContract;
import io.tidemark.channel.testkit.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LogChannelTest extends ChannelContract {
    @TempDir
    private Path directory;

    @Override
    protected ChannelFactory factory() {
        return new LogChannelFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("file", file().toString(), "format", "json");
    }

    @Test
    void create_createsNoFile() {
        create(settings()).close();
        assertThat(file()).doesNotExist();
    }

    @Test
    void create_refusesAFormatThatDoesNotExist() {
        assertThatThrownBy(() -> create(Map.of("format", "xml")))
                .hasMessageContaining("format: 'xml' must be one of text, json");
    }

    @Test
    void deliver_appendsTheLineOfJsonThatTheReadmeShows() throws IOException, InterruptedException {
        deliver(Messages.firing());
        deliver(Messages.firing());
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```json\n") + "```json\n".length();
        assertThat(lines()).containsOnly(readme.substring(start, readme.indexOf('\n', start)));
        assertThat(lines()).hasSize(2);
    }

    @Test
    void deliver_doesNotWriteHowTheAlertIsAcknowledged() throws IOException, InterruptedException {
        for (String format : List.of("text", "json")) {
            try (Channel channel = create(Map.of("file", file().toString(), "format", format))) {
                channel.deliver(Messages.firing());
            }
        }
        assertThat(Files.readString(file()))
                .doesNotContain(
                        Messages.ACKNOWLEDGE.page().reveal(),
                        Messages.ACKNOWLEDGE.token().reveal());
    }

    @Test
    void deliver_writesOneLineOfText() throws IOException, InterruptedException {
        try (Channel channel = create(Map.of("file", file().toString()))) {
            channel.deliver(Messages.firing());
        }
        assertThat(lines())
                .containsExactly("2026-11-20T14:03:05Z CRITICAL FIRING 8431 merge.apply is slow"
                        + " | Slower than normal since 13:58. | p95=412 ms, expected=95–160 ms"
                        + " | https://tidemark.example.org/alerts/8431");
    }

    @Test
    void deliver_writesOneLineForEveryHostileText() throws IOException, InterruptedException {
        List<Message> messages = Messages.hostile().toList();
        for (String format : List.of("text", "json")) {
            Path target = directory.resolve(format);
            try (Channel channel = create(Map.of("file", target.toString(), "format", format))) {
                for (Message message : messages) {
                    channel.deliver(message);
                }
            }
            assertThat(Files.readAllLines(target)).hasSameSizeAs(messages);
        }
    }

    @Test
    void deliver_keepsTheWholeTextInJson() throws IOException, InterruptedException {
        String text = "first\r\n\u0000\"second\" \u2028 🌊";
        deliver(Messages.saying(Content.of("title", text, List.of())));
        assertThat(JsonMapper.shared().readTree(lines().get(0)).get("text").asString())
                .isEqualTo(text);
    }

    @Test
    void deliver_writesWholeLinesFromManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Channel channel = create(settings())) {
            List<Callable<Delivery>> attempts = Collections.nCopies(200, () -> channel.deliver(Messages.firing()));
            threads.invokeAll(attempts);
        } finally {
            threads.shutdownNow();
        }
        assertThat(lines()).hasSize(200).containsOnly(lines().get(0));
    }

    @Test
    void deliver_isDownWithoutItsDirectory() throws InterruptedException {
        Delivery delivery = deliverTo(directory.resolve("missing/alerts.log"));
        assertThat(delivery.outcome()).isEqualTo(Outcome.CHANNEL_DOWN);
        assertThat(delivery.detail()).contains("missing", "Create its directory");
    }

    @Test
    void deliver_worksAgainOnceTheDirectoryIsThere() throws IOException, InterruptedException {
        Path late = directory.resolve("late");
        try (Channel channel = create(Map.of("file", late.resolve("alerts.log").toString()))) {
            channel.deliver(Messages.firing());
            Files.createDirectory(late);
            assertThat(channel.deliver(Messages.firing()).outcome()).isEqualTo(Outcome.DELIVERED);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void deliver_isTriedLaterOnAFullDisk() throws InterruptedException {
        Delivery delivery = deliverTo(Path.of("/dev/full"));
        assertThat(delivery.outcome()).isEqualTo(Outcome.RETRY_LATER);
        assertThat(delivery.reason()).isEqualTo("write_failed");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void deliver_startsANewLineAfterOneThatFailed() throws IOException, InterruptedException {
        Files.createSymbolicLink(file(), Path.of("/dev/full"));
        try (Channel channel = create(settings())) {
            channel.deliver(Messages.firing());
            Files.delete(file());
            Files.writeString(file(), "{\"half\":");
            channel.deliver(Messages.firing());
        }
        assertThat(lines()).hasSize(2).first().isEqualTo("{\"half\":");
    }

    private Delivery deliverTo(Path target) throws InterruptedException {
        try (Channel channel = create(Map.of("file", target.toString()))) {
            return channel.deliver(Messages.firing());
        }
    }

    private Path file() {
        return directory.resolve("alerts.log");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }
}
