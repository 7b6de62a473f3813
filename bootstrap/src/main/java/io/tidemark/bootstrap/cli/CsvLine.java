package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;

/** The cells of one line as of RFC 4180; a cell does not go on in the next line. */
final class CsvLine {
    private static final char QUOTE = '"';

    private final String text;
    private int at;

    private CsvLine(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when quotes do not match */
    static List<String> split(String text) {
        var line = new CsvLine(text);
        var cells = new ArrayList<String>();
        do {
            cells.add(line.cell());
        } while (line.at++ < text.length());
        return cells;
    }

    private String cell() {
        if (at < text.length() && text.charAt(at) == QUOTE) {
            return quoted();
        }
        int end = text.indexOf(',', at);
        int from = at;
        at = end < 0 ? text.length() : end;
        return text.substring(from, at).strip();
    }

    private String quoted() {
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            boolean twice = text.startsWith("\"\"", at);
            if (text.charAt(at) == QUOTE && !twice) {
                at++;
                if (at < text.length() && text.charAt(at) != ',') {
                    throw new IllegalArgumentException("after a closing quote there must be a comma");
                }
                return cell.toString();
            }
            at += twice ? 1 : 0;
            cell.append(text.charAt(at));
        }
        throw new IllegalArgumentException("a quote is not closed in its line");
    }
}
