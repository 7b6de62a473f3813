package io.tidemark.channel.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import io.tidemark.channel.testkit.Messages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventTest {
    private static final Account ACCOUNT = new Account(Secret.of("0123456789abcdef0123456789abcdef"), "prod");

    @Test
    void event_holdsEverythingThatTheMessageHolds() {
        assertThat(event(Messages.firing())).isEqualTo(JsonMapper.shared().readTree("""
                {"routing_key":"0123456789abcdef0123456789abcdef","event_action":"trigger","dedup_key":"prod/8431",
                 "payload":{"summary":"merge.apply is slow","source":"prod","severity":"critical",
                  "timestamp":"2026-11-20T14:03:05Z",
                  "component":"merge.apply","group":"main","class":"THRESHOLD_EXCEEDED",
                  "custom_details":{"text":"Slower than normal since 13:58.","p95":"412 ms","expected":"95–160 ms"}},
                 "links":[{"href":"https://tidemark.example.org/alerts/8431","text":"Open"},
                  {"href":"https://tidemark.example.org/runbooks/threshold_exceeded","text":"What to do"},
                  {"href":"https://tidemark.example.org/a/7c1f","text":"Acknowledge"}],
                 "client":"Tidemark","client_url":"https://tidemark.example.org/alerts/8431"}
                """));
    }

    @Test
    void event_ofResolveHasOnlyWhatTiesItToTheIncident() {
        assertThat(event(Messages.of(Message.Kind.RESOLVED, Message.Severity.CRITICAL))
                        .propertyNames())
                .containsExactly("routing_key", "event_action", "dedup_key");
    }

    @ParameterizedTest
    @CsvSource({"INFO,info", "WARNING,warning", "CRITICAL,critical"})
    void severity_isOneOfPagerDutys(Message.Severity severity, String expected) {
        JsonNode event = event(Messages.of(Message.Kind.FIRING, severity));
        assertThat(event.at("/payload/severity").asString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("largeMessages")
    void event_keepsToTheLimitsOfPagerDuty(Message message) {
        String event = new Event(ACCOUNT, message).whole().toString();
        assertThat(event.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(512_000);
        assertThat(event(message).at("/payload/summary").asString()).hasSizeBetween(1, 1_024);
        assertThat(event(message).get("dedup_key").asString()).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void event_saysHowManyFiguresAreLeftOut() {
        List<Fact> facts =
                IntStream.range(0, 53).mapToObj(i -> new Fact("f" + i, "v")).toList();
        JsonNode details =
                event(Messages.saying(Content.of("title", "", facts))).at("/payload/custom_details");
        assertThat(details.get("left out").asString()).isEqualTo("3 more figures");
        assertThat(details.size()).isEqualTo(51);
    }

    @Test
    void event_leadsOnlyToWebAddresses() {
        Links links =
                new Links(URI.create("javascript:alert(1)"), URI.create("https://e.org/" + "x".repeat(2_000)), null);
        JsonNode event =
                event(Messages.saying(Content.of("title", "", List.of()).withLinks(links)));
        assertThat(event.get("links").isEmpty()).isTrue();
        assertThat(event.has("client_url")).isFalse();
    }

    private static Stream<Message> largeMessages() {
        return Stream.concat(Messages.hostile(), Stream.of("\"", "\\", "é", "漢").map(character -> {
            String text = character.repeat(100_000);
            List<Fact> facts = IntStream.range(0, 60)
                    .mapToObj(i -> new Fact(i + text, text))
                    .toList();
            return Messages.saying(Content.of(text, text, facts));
        }));
    }

    private static JsonNode event(Message message) {
        return JsonMapper.shared().readTree(new Event(ACCOUNT, message).whole().toString());
    }
}
