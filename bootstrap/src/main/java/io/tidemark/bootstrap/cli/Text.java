package io.tidemark.bootstrap.cli;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Text of the daemon made safe for a terminal: control characters could move the cursor or fake lines. */
final class Text {
    private Text() {}

    static String of(JsonNode node, String key, String otherwise) {
        var value = node.path(key);
        return value.isNull() || value.isMissingNode() ? otherwise : printable(value.asString());
    }

    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    static String millis(long micros) {
        return String.format(Locale.ROOT, "%d.%03d ms", micros / 1000, micros % 1000);
    }
}
