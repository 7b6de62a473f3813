package io.tidemark.channel;

/** Makes text fit for a receiver that is narrower than {@link Content}. */
public final class Text {
    private static final String ELLIPSIS = "…";

    private Text() {}

    /**
     * The text, or as much of it as fits into {@code limit} with an ellipsis at its end. Counted in UTF-16 units, so
     * it also fits a receiver that counts code points; a pair of surrogates is never split.
     */
    public static String cut(String text, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit %d must be at least 1".formatted(limit));
        }
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - ELLIPSIS.length();
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /** The text with a blank for every character that {@link #printable} replaces, every line break and every tab. */
    public static String oneLine(String text) {
        return clean(text, false);
    }

    /**
     * The text with a blank for every control character but line feed and tab, for half a surrogate pair, and for what
     * turns the direction of the text around it. Right-to-left scripts and emoji stay as they are.
     */
    public static String printable(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepLayout) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean layout = character == '\n' || character == '\t';
            clean.appendCodePoint((layout && keepLayout) || !isUnsafe(character) ? character : ' ');
        });
        return clean.toString();
    }

    private static boolean isUnsafe(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        };
    }
}
