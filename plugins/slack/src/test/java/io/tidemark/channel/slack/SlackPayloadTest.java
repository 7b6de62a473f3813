package io.tidemark.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Json;
import io.tidemark.channel.Links;
import io.tidemark.channel.Links.Acknowledge;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import io.tidemark.channel.testkit.Messages;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackPayloadTest {
    private static final SlackPayload PAYLOAD = new SlackPayload(false);

    @Test
    void payload_showsEveryPart() {
        assertThat(PAYLOAD.of(Messages.firing(), false))
                .hasToString("{\"text\":\"*CRITICAL* merge.apply is slow\",\"attachments\":[{\"color\":\"#D00000\","
                        + "\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\","
                        + "\"text\":\"Slower than normal since 13:58.\",\"verbatim\":true}},"
                        + "{\"type\":\"section\",\"fields\":["
                        + "{\"type\":\"mrkdwn\",\"text\":\"*p95*\\n412 ms\",\"verbatim\":true},"
                        + "{\"type\":\"mrkdwn\",\"text\":\"*expected*\\n95–160 ms\",\"verbatim\":true}]},"
                        + "{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\","
                        + "\"text\":\"▁▁▁▇ 412 ms, normal 95–160 ms\",\"verbatim\":true},{\"type\":\"mrkdwn\","
                        + "\"text\":\"2026-11-20 14:03:05 UTC · alert 8431\",\"verbatim\":true}]},"
                        + "{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"open\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Open\"},"
                        + "\"url\":\"https://tidemark.example.org/alerts/8431\"},"
                        + "{\"type\":\"button\",\"action_id\":\"runbook\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Runbook\"},"
                        + "\"url\":\"https://tidemark.example.org/runbooks/threshold_exceeded\"},"
                        + "{\"type\":\"button\",\"action_id\":\"acknowledge_page\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Acknowledge\"},"
                        + "\"url\":\"https://tidemark.example.org/a/7c1f\"}]}]}]}");
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
        assertThat(blocks.toString()).hasSizeLessThan(11_000);
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
        assertThat(PAYLOAD.of(Messages.saying(content), false).toString()).doesNotContain("<", ">");
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

    @Test
    void button_sendsTheTokenWhereTheAppIsInteractive() {
        Message firing = Messages.firing();
        JsonNode payload = json(new SlackPayload(true).of(firing, false));
        JsonNode button = payload.at("/attachments/0/blocks/3/elements/2");
        assertThat(button.get("action_id").asString()).isEqualTo("acknowledge");
        assertThat(button.get("value").asString()).isEqualTo("7c1f");
        assertThat(button.has("url")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "FIRING", mode = EnumSource.Mode.EXCLUDE)
    void button_toAcknowledgeIsThereOnlyWhileItFires(Message.Kind kind) {
        JsonNode payload = payload(Messages.of(kind, Message.Severity.CRITICAL));
        assertThat(payload.toString()).contains("Runbook").doesNotContain("Acknowledge", "7c1f");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIGEST", "TEST"})
    void footnote_namesNoAlertWhereThereIsNotOne(Message.Kind kind) {
        JsonNode payload = payload(Messages.of(kind, Message.Severity.INFO));
        assertThat(payload.at("/attachments/0/blocks/2/elements/1/text").asString())
                .isEqualTo("2026-11-20 14:03:05 UTC");
    }

    private static Stream<Message> largeMessages() {
        List<Fact> facts = IntStream.range(0, 40)
                .mapToObj(i -> new Fact("&".repeat(5_000), "<".repeat(5_000)))
                .toList();
        URI link = URI.create("https://example.org/" + "x".repeat(900));
        Acknowledge acknowledge = new Acknowledge(Secret.of(link.toString()), Secret.of("t"), link);
        Content everything = Content.of("&".repeat(5_000), "🌊&".repeat(50_000), facts)
                .withLinks(new Links(link, link, acknowledge));
        return Stream.concat(Messages.hostile(), Stream.of(Messages.saying(everything)));
    }

    private static JsonNode payload(Message message) {
        return json(PAYLOAD.of(message, false));
    }

    private static JsonNode json(Json json) {
        return JsonMapper.shared().readTree(json.toString());
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
