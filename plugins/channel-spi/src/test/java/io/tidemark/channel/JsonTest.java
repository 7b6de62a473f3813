package io.tidemark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
    private final JsonMapper reader = JsonMapper.shared();

    @Test
    void toString_writesEveryKindOfValue() {
        Json json = Json.object()
                .put("text", "a")
                .put("whole", 1)
                .put("half", 0.5)
                .put("yes", true)
                .put("list", Json.array().add("b").add(2).add(1e300).add(false).add(Json.object()));
        assertThat(json)
                .hasToString("{\"text\":\"a\",\"whole\":1,\"half\":0.5,\"yes\":true,"
                        + "\"list\":[\"b\",2,1.0E300,false,{}]}");
    }

    @Test
    void put_leavesOutNullAndReplacesWhatWasThere() {
        assertThat(Json.object().put("a", 1).put("b", (String) null).put("a", 2))
                .hasToString("{\"a\":2}");
    }

    @Test
    void strings_readBackAsTheyWere() {
        StringBuilder every = new StringBuilder();
        for (int character = 0; character < 0x3000; character++) {
            every.appendCodePoint(character);
        }
        every.append("🌊");
        assertThat(read(every.toString())).isEqualTo(every.toString());
    }

    @Test
    void strings_holdNoControlCharacterAndNoLineBreak() {
        String json = Json.array().add("\u0000\u001f\u007f\u0085\u2028\u2029\n").toString();
        assertThat(json).isEqualTo("[\"\\u0000\\u001f\\u007f\\u0085\\u2028\\u2029\\n\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83C", "\uDF0A"})
    void strings_replaceHalfAPair(String half) {
        assertThat(read("a" + half + "b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void names_areEscapedToo() {
        JsonNode read = reader.readTree(Json.object().put("a\"b\n", 1).toString());
        assertThat(read.get("a\"b\n").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbers_mustBeFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.object().put("a", value))
                .withMessageContaining(Double.toString(value));
    }

    private String read(String value) {
        return reader.readTree(Json.object().put("a", value).toString())
                .get("a")
                .asString();
    }
}
