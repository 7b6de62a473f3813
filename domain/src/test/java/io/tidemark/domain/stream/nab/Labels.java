package io.tidemark.domain.stream.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code combined_windows.json}: an object that has, by file, a list of pairs of timestamps. */
final class Labels {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\"([^\"\\\\]*)\"|[{}\\[\\]:,])");

    private final Path path;
    private final Matcher tokens;
    private final int end;

    /** The first and the last instant of a window, both included. */
    record Span(LocalDateTime first, LocalDateTime last) {}

    private Labels(Path path, String json) {
        this.path = path;
        this.tokens = TOKEN.matcher(json.stripTrailing());
        this.end = json.stripTrailing().length();
    }

    static Map<String, List<Span>> read(Path path) throws IOException {
        return new Labels(path, Files.readString(path)).files();
    }

    private Map<String, List<Span>> files() {
        Map<String, List<Span>> files = new LinkedHashMap<>();
        expect("{");
        String token = next();
        while (!token.equals("}")) {
            String file = text(token);
            expect(":");
            if (files.put(file, spans()) != null) {
                throw wrong("\"%s\" a second time".formatted(file));
            }
            token = separator("}");
        }
        if (tokens.regionStart() != end) {
            throw wrong("something after the last brace");
        }
        return files;
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        expect("[");
        String token = next();
        while (!token.equals("]")) {
            if (!token.equals("[")) {
                throw wrong(token + " in place of [");
            }
            LocalDateTime first = time();
            expect(",");
            LocalDateTime last = time();
            expect("]");
            spans.add(new Span(first, last));
            token = separator("]");
        }
        return spans;
    }

    /** What follows a comma, or the closing token. */
    private String separator(String closing) {
        String token = next();
        if (token.equals(closing)) {
            return token;
        }
        if (!token.equals(",")) {
            throw wrong("%s in place of a comma or %s".formatted(token, closing));
        }
        String following = next();
        if (following.equals(closing)) {
            throw wrong("nothing after a comma");
        }
        return following;
    }

    private LocalDateTime time() {
        return Timestamps.parse(text(next())).orElseThrow(() -> wrong("a timestamp unlike 2014-02-14 14:30:00"));
    }

    private String text(String token) {
        if (!token.startsWith("\"")) {
            throw wrong(token + " in place of a string");
        }
        return token.substring(1, token.length() - 1);
    }

    private void expect(String wanted) {
        String token = next();
        if (!token.equals(wanted)) {
            throw wrong("%s in place of %s".formatted(token, wanted));
        }
    }

    private String next() {
        if (!tokens.lookingAt()) {
            throw wrong("neither a string nor one of { } [ ] : ,");
        }
        String token = tokens.group(1);
        tokens.region(tokens.end(), end);
        return token;
    }

    private IllegalArgumentException wrong(String found) {
        return new IllegalArgumentException(
                "%s has, before its character %d, %s; it must be as {\"group/file.csv\": [[\"first\", \"last\"], …], …}"
                        .formatted(path, tokens.regionStart(), found));
    }
}
