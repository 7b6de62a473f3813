package io.tidemark.bootstrap.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BoundedJsonTest {
    @Test
    void longestValue_isCutAndTheOthersKept() {
        JsonNode json = read(BoundedJson.of(Map.of("short", "as it was", "long", "x".repeat(20_000))));

        assertThat(json.at("/short").asString()).isEqualTo("as it was");
        assertThat(json.at("/long").asString()).hasSize(8_000).endsWith("…");
        assertThat(json.at("/" + BoundedJson.CUT).toString()).isEqualTo("[\"long\"]");
    }

    @Test
    void manyValues_areLeftOutAndCounted() {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            many.put("key " + i, i);
        }

        JsonObject json = BoundedJson.of(many);

        assertThat(json.text().getBytes(StandardCharsets.UTF_8).length).isLessThan(JsonObject.MAX_BYTES);
        assertThat(read(json).at("/" + BoundedJson.LEFT_OUT).asInt()).isEqualTo(4_950);
    }

    private static JsonNode read(JsonObject json) {
        return JsonMapper.shared().readTree(json.text());
    }
}
