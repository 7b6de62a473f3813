package io.tidemark.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Json;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import io.tidemark.channel.Message.Severity;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PostTest {
    @Test
    void attachment_showsEveryPart() {
        assertThat(new Post(false).attachments(Messages.firing()))
                .hasToString("[{\"fallback\":\"CRITICAL: merge.apply is slow\",\"color\":\"#D00000\","
                        + "\"title\":\"CRITICAL: merge.apply is slow\","
                        + "\"title_link\":\"https://tidemark.example.org/alerts/8431\","
                        + "\"text\":\"Slower than normal since 13:58.\\n\\n"
                        + "[Runbook](https://tidemark.example.org/runbooks/threshold_exceeded) · "
                        + "[Acknowledge](https://tidemark.example.org/a/7c1f)\","
                        + "\"fields\":[{\"title\":\"p95\",\"value\":\"412 ms\",\"short\":true},"
                        + "{\"title\":\"expected\",\"value\":\"95–160 ms\",\"short\":true}],"
                        + "\"footer\":\"2026-11-20 14:03:05 UTC · alert 8431\"}]");
    }

    @Test
    void button_comesBackToTheHostWithTheToken() {
        JsonNode attachment = attachment(new Post(true), Messages.firing());
        assertThat(attachment.get("actions").toString())
                .isEqualTo(
                        "[{\"id\":\"acknowledge\",\"type\":\"button\",\"name\":\"Acknowledge\",\"style\":\"primary\","
                                + "\"integration\":{\"url\":\"https://tidemark.example.org/callbacks/mattermost\","
                                + "\"context\":{\"token\":\"7c1f\"}}}]");
        assertThat(attachment.get("text").asString()).doesNotContain("Acknowledge");
    }

    @ParameterizedTest
    @EnumSource(names = "FIRING", mode = EnumSource.Mode.EXCLUDE)
    void acknowledging_isOfferedOnlyWhileItFires(Kind kind) {
        Message message = Messages.of(kind, Severity.CRITICAL);
        assertThat(attachment(new Post(true), message).toString()).doesNotContain("Acknowledge", "7c1f");
        assertThat(attachment(new Post(false), message).toString()).doesNotContain("Acknowledge", "7c1f");
    }

    @ParameterizedTest
    @CsvSource({
        "FIRING,INFO,#439FE0", "FIRING,WARNING,#DAA038", "FIRING,CRITICAL,#D00000",
        "RESOLVED,CRITICAL,#2EB67D", "ACKNOWLEDGED,CRITICAL,#808080", "DIGEST,INFO,#439FE0"
    })
    void colour_tellsHowBadItIs(Kind kind, Severity severity, String colour) {
        assertThat(attachment(new Post(false), Messages.of(kind, severity))
                        .get("color")
                        .asString())
                .isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRING   | CRITICAL | {\"priority\":\"urgent\",\"requested_ack\":true}",
                "FIRING   | WARNING  | {\"priority\":\"important\"}",
                "FIRING   | INFO     |",
                "RESOLVED | CRITICAL |"
            })
    void priority_callsWhereSomebodyIsNeeded(Kind kind, Severity severity, String expected) {
        Json priority = Post.priority(Messages.of(kind, severity));
        assertThat(priority == null ? null : priority.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIGEST", "TEST"})
    void footer_namesNoAlertWhereThereIsNotOne(Kind kind) {
        assertThat(attachment(new Post(false), Messages.of(kind, Severity.INFO))
                        .get("footer")
                        .asString())
                .isEqualTo("2026-11-20 14:03:05 UTC");
    }

    @ParameterizedTest
    @MethodSource("largeMessages")
    void attachment_keepsFarBelowTheLengthOfAPost(Message message) {
        JsonNode attachment = attachment(new Post(false), message);
        assertThat(attachment.toString()).hasSizeLessThan(16_383);
        assertThat(attachment.path("fields").size()).isLessThanOrEqualTo(10);
        assertThat(attachment.get("fallback").asString()).isNotBlank();
        assertThat(Post.plain(message)).hasSizeLessThan(3_100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@all", "@channel", "@here", "@ada", "<!channel>", "<@u1>", "a@here", "@@all"})
    void post_mentionsNobody(String name) {
        Content content = Content.of(name, "Hear, " + name + "!", List.of(new Fact(name, name)));
        for (Links links : List.of(Links.NONE, Links.to(URI.create("https://tidemark.example.org/a")))) {
            Message message = Messages.saying(content.withLinks(links));
            String said = attachment(new Post(false), message) + Post.plain(message);
            assertThat(said).doesNotContainPattern("@[A-Za-z0-9]").doesNotContain("<!", "<@");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/alerts/1", "mailto:ops@example.org"})
    void link_needsAWebAddress(URI link) {
        Message message = Messages.saying(Content.of("title", "", List.of()).withLinks(new Links(link, link, null)));
        JsonNode attachment = attachment(new Post(false), message);
        assertThat(attachment.has("title_link")).isFalse();
        assertThat(attachment.get("text").asString()).isEmpty();
    }

    @Test
    void link_survivesBrackets() {
        Links links = new Links(null, URI.create("https://wiki.example.org/slow_(merge)"), null);
        JsonNode attachment = attachment(
                new Post(false),
                Messages.saying(Content.of("title", "", List.of()).withLinks(links)));
        assertThat(attachment.get("text").asString()).isEqualTo("[Runbook](https://wiki.example.org/slow_%28merge%29)");
    }

    private static Stream<Message> largeMessages() {
        List<Fact> facts = IntStream.range(0, 40)
                .mapToObj(i -> new Fact("@".repeat(5_000), "=".repeat(5_000)))
                .toList();
        URI link = URI.create("https://example.org/" + "x".repeat(1_900));
        Content everything =
                Content.of("&".repeat(5_000), "🌊*".repeat(50_000), facts).withLinks(new Links(link, link, null));
        return Stream.concat(Messages.hostile(), Stream.of(Messages.saying(everything)));
    }

    private static JsonNode attachment(Post post, Message message) {
        return JsonMapper.shared()
                .readTree(post.attachments(message).toString())
                .get(0);
    }
}
