package io.tidemark.channel;

/** Writes JSON strings and numbers. */
final class JsonText {
    private JsonText() {}

    static String string(String value) {
        StringBuilder json = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(character -> append(json, character));
        return json.append('"').toString();
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number %s; leave the member out".formatted(value));
        }
        return Double.toString(value);
    }

    private static void append(StringBuilder json, int character) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> appendOther(json, character);
        }
    }

    private static void appendOther(StringBuilder json, int character) {
        switch (Character.getType(character)) {
            // RFC 8259 wants only those below U+0020 escaped; readers that split lines trip over the others.
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                json.append("\\u%04x".formatted(character));
            // Half a pair has no UTF-8 form.
            case Character.SURROGATE -> json.append('\uFFFD');
            default -> json.appendCodePoint(character);
        }
    }
}
