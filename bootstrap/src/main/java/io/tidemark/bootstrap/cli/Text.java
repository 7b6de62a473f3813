package io.tidemark.bootstrap.cli;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Text of the daemon made safe for a terminal: control characters could move the cursor or fake lines. */
final class Text {
    /** First and last of the blocks of East Asian scripts and of emoji, which terminals draw over two columns. */
    private static final NavigableMap<Integer, Integer> WIDE = new TreeMap<>(Map.of(
            0x1100, 0x115f, 0x2e80, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xff00, 0xff60, 0x1f300, 0x1faff, 0x20000,
            0x3fffd));

    private Text() {}

    static String of(JsonNode node, String key, String otherwise) {
        var value = node.path(key);
        return value.isNull() || value.isMissingNode() ? otherwise : printable(value.asString());
    }

    /** Without controls of either set, line breaks, and what turns the direction of writing or is not seen. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ");
    }

    /** The columns that a terminal takes for the text. */
    static int width(String text) {
        return text.codePoints().map(Text::width).sum();
    }

    static String fit(String text, int width) {
        return fit(text, width, false);
    }

    /** The text in exactly so many columns: padded, or cut, which three dots tell where there is room for them. */
    static String fit(String text, int width, boolean right) {
        int missing = width - width(text);
        if (missing < 0) {
            var dots = ".".repeat(Math.min(3, width));
            return fit(start(text, width - dots.length()) + dots, width, right);
        }
        return right ? " ".repeat(missing) + text : text + " ".repeat(missing);
    }

    static String millis(long micros) {
        return String.format(Locale.ROOT, "%d.%03d ms", micros / 1000, micros % 1000);
    }

    private static String start(String text, int width) {
        int end = 0;
        int left = width;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            left -= width(character);
            if (left < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        var block = WIDE.floorEntry(character);
        return block != null && character <= block.getValue();
    }
}
