package io.tidemark.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Content;
import io.tidemark.channel.Links;
import io.tidemark.channel.Trend;
import io.tidemark.channel.testkit.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PayloadTest {
    @Test
    void payload_isTheOneOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```json\n") + "```json\n".length();
        JsonNode documented = JsonMapper.shared().readTree(readme.substring(start, readme.indexOf("```", start)));
        assertThat(JsonMapper.shared().readTree(Payload.of(Messages.firing()).toString()))
                .isEqualTo(documented);
    }

    @Test
    void payload_leavesOutWhatIsNotThere() {
        JsonNode payload =
                JsonMapper.shared().readTree(Payload.of(Messages.bare()).toString());
        assertThat(payload.has("trend")).isFalse();
        assertThat(payload.get("links").isEmpty()).isTrue();
        assertThat(payload.get("facts").isEmpty()).isTrue();
    }

    @Test
    void trend_leavesOutWhatJsonCannotSay() {
        Trend trend =
                new Trend(List.of(1.5, Double.NaN, Double.POSITIVE_INFINITY), Double.NEGATIVE_INFINITY, 2.5, "ms");
        Content content = new Content("title", "", List.of(), Links.NONE, trend);
        assertThat(Payload.of(Messages.saying(content)).toString())
                .contains("\"trend\":{\"unit\":\"ms\",\"values\":[1.5],\"high\":2.5}");
    }
}
