package io.tidemark.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.channel.testkit.Messages;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackPayloadTest {
    @Test
    void payload_showsEveryPart() {
        assertThat(SlackPayload.of(Messages.firing()))
                .hasToString("{\"text\":\"*CRITICAL* merge.apply is slow\",\"attachments\":[{\"color\":\"#D00000\","
                        + "\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\","
                        + "\"text\":\"Slower than normal since 13:58.\",\"verbatim\":true}},"
                        + "{\"type\":\"section\",\"fields\":["
                        + "{\"type\":\"mrkdwn\",\"text\":\"*p95*\\n412 ms\",\"verbatim\":true},"
                        + "{\"type\":\"mrkdwn\",\"text\":\"*expected*\\n95–160 ms\",\"verbatim\":true}]},"
                        + "{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\","
                        + "\"text\":\"2026-11-20 14:03:05 UTC · alert 8431\",\"verbatim\":true}]},"
                        + "{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"open\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Open\"},"
                        + "\"url\":\"https://tidemark.example.org/alerts/8431\"}]}]}]}");
    }

    @Test
    void payload_ofOnlyATitleHasHeadlineAndFootnote() {
        JsonNode payload = payload(Messages.bare());
        assertThat(payload.get("text").asString()).isEqualTo("*WARNING* merge.apply is slow");
        assertThat(types(payload)).containsExactly("context");
    }

    @ParameterizedTest
    @CsvSource({
        "FIRING,INFO,#439FE0", "FIRING,WARNING,#DAA038", "FIRING,CRITICAL,#D00000",
        "RESOLVED,CRITICAL,#2EB67D", "ACKNOWLEDGED,CRITICAL,#808080", "TEST,INFO,#439FE0"
    })
    void colour_tellsHowBadItIs(Message.Kind kind, Message.Severity severity, String colour) {
        JsonNode payload = payload(Messages.of(kind, severity));
        assertThat(payload.at("/attachments/0/color").asString()).isEqualTo(colour);
    }

    @ParameterizedTest
    @MethodSource("largeMessages")
    void payload_keepsToTheLimitsOfSlack(Message message) {
        JsonNode payload = payload(message);
        assertThat(payload.get("text").asString()).isNotBlank().hasSizeLessThan(4_000);
        JsonNode blocks = payload.at("/attachments/0/blocks");
        assertThat(blocks.size()).isBetween(1, 50);
        assertThat(blocks.toString()).hasSizeLessThan(13_000);
        assertThat(texts(payload, "/text/text")).allMatch(text -> text.length() <= 3_000);
        for (JsonNode block : blocks) {
            assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
            block.path("fields")
                    .forEach(field ->
                            assertThat(field.get("text").asString().length()).isBetween(1, 2_000));
            assertThat(block.path("elements").size()).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void payload_saysHowManyFiguresAreLeftOut() {
        List<Fact> facts =
                IntStream.range(0, 13).mapToObj(i -> new Fact("f" + i, "v")).toList();
        JsonNode payload = payload(Messages.saying(Content.of("title", "", facts)));
        assertThat(payload.at("/attachments/0/blocks/1/elements/0/text").asString())
                .endsWith(" · 3 more figures");
    }

    @Test
    void payload_mentionsNobody() {
        String shout = "<!channel> <@U024BE7LH> <https://evil.example|click>";
        Content content = Content.of(shout, shout, List.of(new Fact(shout, shout)));
        assertThat(SlackPayload.of(Messages.saying(content)).toString()).doesNotContain("<", ">");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"javascript:alert(1)", "/alerts/1", "mailto:ops@example.org"})
    void button_needsAWebAddress(URI link) {
        JsonNode payload =
                payload(Messages.saying(Content.of("title", "", List.of()).withLinks(Links.to(link))));
        assertThat(types(payload)).doesNotContain("actions");
    }

    @Test
    void button_isLeftOutIfItsAddressIsTooLong() {
        URI link = URI.create("https://example.org/" + "x".repeat(3_000));
        JsonNode payload =
                payload(Messages.saying(Content.of("title", "", List.of()).withLinks(Links.to(link))));
        assertThat(types(payload)).doesNotContain("actions");
    }

    private static Stream<Message> largeMessages() {
        List<Fact> facts = IntStream.range(0, 40)
                .mapToObj(i -> new Fact("&".repeat(5_000), "<".repeat(5_000)))
                .toList();
        URI link = URI.create("https://example.org/" + "x".repeat(2_900));
        Content everything =
                Content.of("&".repeat(5_000), "🌊&".repeat(50_000), facts).withLinks(Links.to(link));
        return Stream.concat(Messages.hostile(), Stream.of(Messages.saying(everything)));
    }

    private static JsonNode payload(Message message) {
        return JsonMapper.shared().readTree(SlackPayload.of(message).toString());
    }

    private static List<String> types(JsonNode payload) {
        return texts(payload, "/type");
    }

    private static List<String> texts(JsonNode payload, String pointer) {
        return payload.at("/attachments/0/blocks")
                .valueStream()
                .map(block -> block.at(pointer).asString(""))
                .toList();
    }
}
