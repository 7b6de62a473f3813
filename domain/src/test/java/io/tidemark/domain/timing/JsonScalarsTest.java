package io.tidemark.domain.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonScalarsTest {
    @Test
    void scalars_areStringsNumbersAndTruthValues() {
        JsonObject object = new JsonObject("""
                { "tenant" : "acme", "rows": 1.5e3, "cached":true ,"gone": null, "last":"x" }""");

        assertThat(object.scalars())
                .containsExactly(
                        Map.entry("tenant", "acme"),
                        Map.entry("rows", "1.5e3"),
                        Map.entry("cached", "true"),
                        Map.entry("last", "x"));
    }

    @Test
    void scalars_leaveOutWhatIsNested() {
        JsonObject object = new JsonObject("{\"a\":{\"b\":[1,\"]}\"]},\"c\":[],\"d\":{},\"e\":1}");

        assertThat(object.scalars()).containsExactly(Map.entry("e", "1"));
    }

    @Test
    void scalars_readEscapes() {
        JsonObject object = new JsonObject("{\"a\\\"b\":\"\\\\ \\/ \\n \\u00e9 \\ud83d\\ude00\"}");

        assertThat(object.scalars()).containsExactly(Map.entry("a\"b", "\\ / \n é 😀"));
    }

    @Test
    void scalars_ofAnEmptyObject_areNone() {
        assertThat(new JsonObject(" { } ").scalars()).isEmpty();
    }

    @Test
    void scalars_ofOneNameTwice_areTheLast() {
        assertThat(new JsonObject("{\"a\":1,\"a\":2}").scalars()).containsExactly(Map.entry("a", "2"));
    }
}
