package io.tidemark.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {
    private final HttpAnswer answer = new HttpAnswer(200, Map.of("Retry-After", "hush"), "hush");

    @Test
    void header_isFoundInAnyCase() {
        assertThat(answer.header("retry-after")).contains("hush");
    }

    @Test
    void toString_quotesNothing() {
        assertThat(answer).hasToString("HttpAnswer[200, 1 headers, 4 characters]");
    }

    @Test
    void without_takesTheSecretOutOfTheBody() {
        assertThat(answer.without(Secret.of("hush")).body()).isEqualTo("***");
    }
}
