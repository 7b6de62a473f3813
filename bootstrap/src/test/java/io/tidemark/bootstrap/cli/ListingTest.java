package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ListingTest {
    private static final Listing TIDES = Listing.of(
            right("ID", 4, "id"),
            left("PORT", 10, "port"),
            left("STATE", 10, tide -> tide.path("high").asBoolean(false) ? "high" : "low"));

    @Test
    void column_findsItsTextInTheRow() {
        assertThat(TIDES.lines(json("[{'id': 7, 'port': 'Husum', 'high': true}, {'id': 12}]")))
                .containsExactly("ID  PORT   STATE", " 7  Husum  high", "12  ?      low");
    }

    @Test
    void note_standsBelowItsRow_whereThereIsOne() {
        assertThat(TIDES.noting("why").lines(json("[{'id': 7, 'port': 'Husum', 'why': 'a storm'}, {'id': 8}]")))
                .containsExactly("ID  PORT   STATE", " 7  Husum  low", "    a storm", " 8  ?      low");
    }

    @Test
    void noRows_areASentence_whereThereIsOne() {
        var answer = json("{'tides': []}");

        assertThat(TIDES.whenEmpty("All is calm.").in("tides").apply(answer)).containsExactly("All is calm.");
        assertThat(TIDES.in("tides").apply(answer)).containsExactly("ID  PORT  STATE");
    }

    @Test
    void oneObject_isOneRow() {
        assertThat(TIDES.whenEmpty("All is calm.").lines(json("{'id': 7, 'port': 'Husum'}")))
                .containsExactly("ID  PORT   STATE", " 7  Husum  low");
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}
