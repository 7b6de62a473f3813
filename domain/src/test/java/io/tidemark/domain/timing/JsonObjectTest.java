package io.tidemark.domain.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonObjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\t\r\n} ",
                "{\"a\":1}",
                "{\"\":null}",
                "{\"a\":[1,-0,2.50,1e9,1E-9,1e+9],\"b\":{\"c\":[true,false,null]}}",
                "{\"text\":\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 ü 🌊 \\ud83c\\udf0a\"}",
                "{\"a\":[],\"b\":[[]]}"
            })
    void jsonObject_takesWhatTheGrammarAllows(String text) {
        assertThat(new JsonObject(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"{}\"",
                "{",
                "{}}",
                "{} x",
                "{a:1}",
                "{'a':1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":1e}",
                "{\"a\":1e1000}",
                "{\"a\":NaN}",
                "{\"a\":truth}",
                "{\"a\":nul",
                "{\"a\":\"b}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\0\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\ud83c\"}",
                "{\"a\":\"\\udf0a\"}",
                "{\"a\":\"\\ud83cx\"}",
                "{\"a\":1 \"b\":2}"
            })
    void jsonObject_refusesAnythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonObject(text))
                .withMessageStartingWith("no JSON object: at character ");
    }

    @Test
    void jsonObject_saysWhereTheTextGoesWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonObject("{\"rows\": 1,, \"x\": 2}"))
                .withMessage("no JSON object: at character 12 it takes '\"', and there is ', \"x\": 2}'");
    }

    @Test
    void jsonObject_holds16KiBAndNoMore() {
        String filler = "ü".repeat((JsonObject.MAX_BYTES - 8) / 2);
        assertThat(new JsonObject("{\"a\":\"" + filler + "\"}").text()).hasSize(8 + filler.length());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonObject("{\"a\":\"" + filler + "!\"}"))
                .withMessage("a JSON object of 16385 bytes is too long: it may have at most 16384");
    }

    @Test
    void jsonObject_refusesAnAbyss() {
        String abyss = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonObject(abyss))
                .withMessageContaining("at most 100 levels");
    }

    @Test
    void of_writesEveryKindOfValue() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", "a \"quoted\" \\ line\nof 🌊");
        members.put("number", 1.5);
        members.put("yes", true);
        members.put("nothing", null);
        members.put("list", List.of(1, "two", Map.of("three", 3)));
        members.put("other", Thread.State.RUNNABLE);

        assertThat(JsonObject.of(members).text())
                .isEqualTo("{\"text\":\"a \\\"quoted\\\" \\\\ line\\u000aof 🌊\",\"number\":1.5,\"yes\":true,"
                        + "\"nothing\":null,\"list\":[1,\"two\",{\"three\":3}],\"other\":\"RUNNABLE\"}");
    }

    @Test
    void of_replacesWhatATextCannotHold() {
        assertThat(JsonObject.of(Map.of("a", "x\0y\ud83cz")).text()).isEqualTo("{\"a\":\"x\uFFFDy\uFFFDz\"}");
    }

    @Test
    void of_refusesWhatRefersToItself() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatIllegalArgumentException().isThrownBy(() -> JsonObject.of(Map.of("a", endless)));
    }
}
