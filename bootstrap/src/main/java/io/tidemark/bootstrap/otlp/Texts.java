package io.tidemark.bootstrap.otlp;

/** Makes texts of others fit. */
final class Texts {
    private Texts() {}

    /** The text with at most so many characters, and nothing that no text of a database takes. */
    static String cut(String text, int length) {
        String storable = text.replace('\0', '\uFFFD');
        if (storable.length() <= length) {
            return storable;
        }
        int end = length - 1;
        return storable.substring(0, Character.isHighSurrogate(storable.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
