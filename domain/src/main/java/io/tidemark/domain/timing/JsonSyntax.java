package io.tidemark.domain.timing;

/** Reads a JSON text from its start to its end, and says where it breaks the rules of {@link JsonObject}. */
final class JsonSyntax {
    static final int MAX_DEPTH = 100;
    /** With both bounds any number stays within what PostgreSQL keeps: 131,072 digits before the point, 16,383 behind. */
    private static final int MAX_NUMBER_LENGTH = 1_000;

    private static final int MAX_EXPONENT_DIGITS = 3;

    private final String text;
    private int at;

    JsonSyntax(String text) {
        this.text = text;
    }

    void requireObject() {
        skipSpace();
        if (peek() != '{') {
            throw broken("an object in braces");
        }
        value(0);
        if (at < text.length()) {
            throw broken("the end");
        }
    }

    private void value(int depth) {
        if (depth > MAX_DEPTH) {
            throw broken("at most %d levels".formatted(MAX_DEPTH));
        }
        skipSpace();
        switch (peek()) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
        skipSpace();
    }

    private void members(int depth) {
        at++;
        skipSpace();
        if (skip('}')) {
            return;
        }
        do {
            skipSpace();
            string();
            skipSpace();
            require(':');
            value(depth + 1);
        } while (skip(','));
        require('}');
    }

    private void elements(int depth) {
        at++;
        skipSpace();
        if (skip(']')) {
            return;
        }
        do {
            value(depth + 1);
        } while (skip(','));
        require(']');
    }

    private void string() {
        require('"');
        boolean highSurrogate = false;
        while (peek() != '"') {
            char c = character();
            if (c == 0 || highSurrogate != Character.isLowSurrogate(c)) {
                throw broken("no NUL character and no half of a surrogate pair before here");
            }
            highSurrogate = Character.isHighSurrogate(c);
        }
        if (highSurrogate) {
            throw broken("the other half of a surrogate pair");
        }
        at++;
    }

    private char character() {
        char c = next();
        if (c == '\\') {
            return escaped();
        }
        if (c < ' ' && c != 0) {
            at--;
            throw broken("an escaped control character");
        }
        return c;
    }

    private char escaped() {
        char c = next();
        if (c == 'u') {
            int code = 0;
            for (int i = 0; i < 4; i++) {
                code = code * 16 + hexDigit();
            }
            return (char) code;
        }
        if ("\"\\/bfnrt".indexOf(c) < 0) {
            at--;
            throw broken("one of \" \\ / b f n r t u");
        }
        return c;
    }

    private int hexDigit() {
        int digit = Character.digit(peek(), 16);
        if (digit < 0 || peek() > 'f') {
            throw broken("a hexadecimal digit");
        }
        at++;
        return digit;
    }

    private void number() {
        int first = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            int start = at;
            digits();
            if (at - start > MAX_EXPONENT_DIGITS) {
                throw broken("an exponent of at most %d digits before here".formatted(MAX_EXPONENT_DIGITS));
            }
        }
        if (at - first > MAX_NUMBER_LENGTH) {
            throw broken("a number of at most %d characters before here".formatted(MAX_NUMBER_LENGTH));
        }
    }

    private void digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw broken("a value");
        }
    }

    private void word(String word) {
        if (!text.startsWith(word, at)) {
            throw broken("a value");
        }
        at += word.length();
    }

    private void require(char wanted) {
        if (!skip(wanted)) {
            throw broken("'" + wanted + "'");
        }
    }

    private boolean skip(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        if (at == text.length()) {
            throw broken("more");
        }
        return text.charAt(at++);
    }

    /** The next character; at the end one that no rule of the grammar wants. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\uFFFF';
    }

    private IllegalArgumentException broken(String wanted) {
        String found = at < text.length() ? "'" + Scope.abbreviated(text.substring(at)) + "'" : "nothing more";
        return new IllegalArgumentException(
                "no JSON object: at character %d it takes %s, and there is %s".formatted(at + 1, wanted, found));
    }
}
