package io.tidemark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallTest {
    private static final Secret ADDRESS = Secret.of("https://example.org/T0/hush?key=hush");

    @Test
    void toString_showsNothingThatMayBeSecret() {
        HttpCall call = HttpCall.post(ADDRESS)
                .withHeader("Authorization", "Bearer hush")
                .withBody(Json.object().put("key", "hush"));
        assertThat(call.toString())
                .contains("POST https://example.org/***", "Authorization")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Injected: yes", "a\nb", "a\u0000", "é"})
    void withHeader_refusesWhatWouldStartAnotherHeader(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpCall.post(ADDRESS).withHeader("X-Id", value))
                .withMessageContaining("X-Id");
    }

    @Test
    void withHeader_replacesAHeaderOfTheSameNameInAnyCase() {
        HttpCall call = HttpCall.post(ADDRESS).withHeader("X-Id", "1").withHeader("x-id", "2");
        assertThat(call.headers()).hasSize(1).containsValue("2");
    }

    @Test
    void withBody_sendsJsonAsUtf8() {
        HttpCall call = HttpCall.post(ADDRESS).withBody(Json.object().put("text", "ü"));
        assertThat(call.body()).isEqualTo("{\"text\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(call.headers()).containsEntry("content-type", "application/json; charset=utf-8");
    }

    @Test
    void body_cannotBeChangedFromOutside() {
        byte[] bytes = {1};
        HttpCall call = HttpCall.post(ADDRESS).withBody("application/octet-stream", bytes);
        bytes[0] = 2;
        call.body()[0] = 3;
        assertThat(call.body()).containsExactly(1);
    }
}
