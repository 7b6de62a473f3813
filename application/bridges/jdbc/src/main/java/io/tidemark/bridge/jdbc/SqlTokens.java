package io.tidemark.bridge.jdbc;

import java.util.Locale;

/**
 * Takes a statement apart by PostgreSQL's rules
 * (https://www.postgresql.org/docs/current/sql-syntax-lexical.html), as far as it takes to tell names from all else.
 * Where the text may be read in two ways it ends: a literal must not be mistaken for a name.
 */
final class SqlTokens {
    /** A name stands near the beginning, and a statement may have megabytes. */
    private static final int MAX_READ = 10_000;

    private static final String BLANKS = " \t\n\r\f\u000b";
    private static final Token END = new Token(Kind.END, "");
    private static final Token LITERAL = new Token(Kind.LITERAL, "");

    private final String sql;
    private final int length;
    private int position;

    /** What a token is. */
    enum Kind {
        /** A key word or a name, in lower case. */
        WORD,
        /** A name in double quotes, without them. */
        QUOTED_NAME,
        /** One character that is none of the others. */
        SYMBOL,
        /** A number, a string or a numbered parameter. */
        LITERAL,
        END
    }

    /**
     * A part of a statement.
     *
     * @param kind what it is
     * @param text what it says; empty for a literal
     */
    record Token(Kind kind, String text) {
        boolean is(String wordOrSymbol) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
        }
    }

    SqlTokens(String sql) {
        this.sql = sql;
        this.length = Math.min(sql.length(), MAX_READ);
    }

    Token next() {
        skipBlanksAndComments();
        if (position >= length) {
            return END;
        }
        char c = sql.charAt(position);
        if (isWordStart(c)) {
            return word();
        }
        if (isDigit(c)) {
            return number();
        }
        return switch (c) {
            case '\'' -> string(false);
            case '"' -> quotedName();
            case '$' -> dollar();
            default -> {
                position++;
                yield new Token(Kind.SYMBOL, String.valueOf(c));
            }
        };
    }

    private Token word() {
        int start = position;
        while (position < length && isWordPart(sql.charAt(position))) {
            position++;
        }
        String word = sql.substring(start, position).toLowerCase(Locale.ROOT);
        if (word.equals("e") && position < length && sql.charAt(position) == '\'') {
            return string(true);
        }
        // Cut off in the middle: half a name is another name.
        return position == length && length < sql.length() ? END : new Token(Kind.WORD, word);
    }

    /** Its digits; what hangs on them, as in {@code 1e5}, is a word that stands where no name stands. */
    private Token number() {
        while (position < length && isDigit(sql.charAt(position))) {
            position++;
        }
        return LITERAL;
    }

    private Token string(boolean hasEscapes) {
        for (position++; position < length; position++) {
            char c = sql.charAt(position);
            if (c == '\\' && !hasEscapes) {
                // Whether it keeps the string from ending is a setting of the server.
                return end();
            }
            if (c == '\\' || (c == '\'' && isAt(position + 1, "'"))) {
                position++;
            } else if (c == '\'') {
                position++;
                return LITERAL;
            }
        }
        return END;
    }

    private Token quotedName() {
        StringBuilder name = new StringBuilder();
        for (position++; position < length; position++) {
            char c = sql.charAt(position);
            if (c == '"' && !isAt(position + 1, "\"")) {
                position++;
                return new Token(Kind.QUOTED_NAME, name.toString());
            }
            if (c == '"') {
                position++;
            }
            name.append(c);
        }
        return END;
    }

    /** A parameter, {@code $1}, or a string between two tags, {@code $tag$…$tag$}. */
    private Token dollar() {
        int tagEnd = ++position;
        if (position < length && isDigit(sql.charAt(position))) {
            return number();
        }
        while (tagEnd < length && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        if (!isAt(tagEnd, "$")) {
            return LITERAL;
        }
        String tag = sql.substring(position - 1, tagEnd + 1);
        int close = sql.indexOf(tag, tagEnd + 1);
        position = close < 0 ? length : close + tag.length();
        return LITERAL;
    }

    private void skipBlanksAndComments() {
        while (position < length) {
            if (isAt(position, "--")) {
                skipLine();
            } else if (isAt(position, "/*")) {
                skipComment();
            } else if (BLANKS.indexOf(sql.charAt(position)) >= 0) {
                position++;
            } else {
                return;
            }
        }
    }

    /** Comments nest. */
    private void skipComment() {
        int depth = 0;
        do {
            if (isAt(position, "/*")) {
                depth++;
                position += 2;
            } else if (isAt(position, "*/")) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0 && position < length);
    }

    private void skipLine() {
        while (position < length && sql.charAt(position) != '\n' && sql.charAt(position) != '\r') {
            position++;
        }
    }

    private Token end() {
        position = length;
        return END;
    }

    private boolean isAt(int index, String text) {
        return sql.startsWith(text, index);
    }

    /** Any character that is not ASCII counts as a letter, even what looks like a blank. */
    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
