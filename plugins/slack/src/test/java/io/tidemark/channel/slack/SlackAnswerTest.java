package io.tidemark.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.HttpAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackAnswerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void ok_isDelivered() {
        assertThat(classify(200, "ok").outcome()).isEqualTo(Outcome.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "okay", "<html>Sign in</html>", "{\"ok\":true}"})
    void anythingElseWithStatus200_isNotSlack(String body) {
        Delivery delivery = classify(200, body);
        assertThat(delivery.outcome()).isEqualTo(Outcome.CHANNEL_DOWN);
        assertThat(delivery.reason()).isEqualTo("unexpected_answer");
        assertThat(delivery.maybeDuplicate()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_payload,REFUSED",
        "400,no_text,REFUSED",
        "400,too_many_attachments,REFUSED",
        "400,invalid_blocks,REFUSED",
        "400,msg_blocks_too_long,REFUSED",
        "403,action_prohibited,CHANNEL_DOWN",
        "403,invalid_token,CHANNEL_DOWN",
        "404,channel_not_found,CHANNEL_DOWN",
        "404,no_service,CHANNEL_DOWN",
        "404,no_service_id,CHANNEL_DOWN",
        "404,no_team,CHANNEL_DOWN",
        "404,no_active_hooks,CHANNEL_DOWN",
        "410,channel_is_archived,CHANNEL_DOWN",
        "400,posting_to_general_channel_denied,CHANNEL_DOWN",
        "403,posting_to_general_channel_denied,CHANNEL_DOWN",
        "500,rollup_error,RETRY_LATER"
    })
    void word_decidesAndIsTheReason(int status, String word, Outcome expected) {
        Delivery delivery = classify(status, word);
        assertThat(delivery.outcome()).isEqualTo(expected);
        assertThat(delivery.reason()).isEqualTo(word);
        assertThat(delivery.status()).isEqualTo(status);
    }

    @Test
    void throttling_carriesThePause() {
        Map<String, String> pause = Map.of("Retry-After", "7");
        String seenInTheWild = "{\"retry_after\":1,\"ok\":false,\"error\":\"rate_limited\"}";
        Delivery delivery = SlackAnswer.ofWebhook(new HttpAnswer(429, pause, seenInTheWild), CLOCK);
        assertThat(delivery.reason()).isEqualTo("rate_limited");
        assertThat(delivery.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void errorWithStatus200_isAnError() {
        assertThat(classify(200, "{\"ok\":false,\"error\":\"invalid_token\"}").outcome())
                .isEqualTo(Outcome.CHANNEL_DOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error"})
    void errorThatMayHavePosted_isMarked(String word) {
        Delivery delivery = classify(500, word);
        assertThat(delivery.outcome()).isEqualTo(Outcome.RETRY_LATER);
        assertThat(delivery.maybeDuplicate()).isTrue();
    }

    @Test
    void wordNobodyKnows_leavesItToTheStatus() {
        assertThat(classify(400, "brand_new_error").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(classify(503, "brand_new_error").outcome()).isEqualTo(Outcome.RETRY_LATER);
    }

    private static Delivery classify(int status, String body) {
        return SlackAnswer.ofWebhook(new HttpAnswer(status, Map.of(), body), CLOCK);
    }
}
