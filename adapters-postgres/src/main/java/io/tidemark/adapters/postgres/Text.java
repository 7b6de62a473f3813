package io.tidemark.adapters.postgres;

/** What PostgreSQL can keep of a text: everything but NUL characters and halves of surrogate pairs. */
final class Text {
    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /** The text, with U+FFFD in place of each character that cannot be stored. */
    static String storable(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().map(c -> c == 0 || isHalfOfPair(c) ? REPLACEMENT : c).forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static boolean isHalfOfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
