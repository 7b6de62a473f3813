package io.tidemark.domain.timing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the members of an object that hold a single value. The text has been checked before. */
final class JsonScalars {
    private final String text;
    private int at;

    private JsonScalars(String text) {
        this.text = text;
    }

    /** In their order; of several with one name the last one counts. */
    static Map<String, String> of(JsonObject object) {
        return new JsonScalars(object.text()).read();
    }

    private Map<String, String> read() {
        Map<String, String> scalars = new LinkedHashMap<>();
        at = text.indexOf('{') + 1;
        skip(" \t\n\r");
        while (text.charAt(at) != '}') {
            String name = string();
            skip(" \t\n\r:");
            char first = text.charAt(at);
            if (first == '{' || first == '[') {
                skipNested();
            } else if (first == '"') {
                scalars.put(name, string());
            } else {
                String word = word();
                if (!word.equals("null")) {
                    scalars.put(name, word);
                }
            }
            skip(" \t\n\r,");
        }
        return scalars;
    }

    private String word() {
        int start = at;
        while (" \t\n\r,}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private void skipNested() {
        int depth = 0;
        do {
            char c = text.charAt(at);
            if (c == '"') {
                var unused = string();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at++;
        } while (depth > 0);
    }

    private void skip(String characters) {
        while (characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
