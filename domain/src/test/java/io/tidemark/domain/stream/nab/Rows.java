package io.tidemark.domain.stream.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of the corpus: a header, then a timestamp and a value in each line. */
final class Rows {
    private static final String HEADER = "timestamp,value";

    private Rows() {}

    /** A row, with what was written. */
    record Row(String timestamp, Instant at, String text, double value) {}

    static List<Row> read(Path path) throws IOException {
        List<String> lines = Files.readAllLines(path);
        if (lines.isEmpty() || !lines.get(0).trim().equals(HEADER)) {
            throw new IllegalArgumentException("%s must start with the line %s".formatted(path, HEADER));
        }
        List<Row> rows = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(path, i + 1, lines.get(i)));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("%s has no rows".formatted(path));
        }
        return rows;
    }

    private static Row row(Path path, int number, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 2) {
            throw wrong(path, number, line);
        }
        LocalDateTime at = Timestamps.parse(cells[0]).orElseThrow(() -> wrong(path, number, line));
        try {
            String value = cells[1].trim();
            return new Row(cells[0].trim(), at.toInstant(ZoneOffset.UTC), value, Double.parseDouble(value));
        } catch (NumberFormatException e) {
            throw wrong(path, number, line);
        }
    }

    private static IllegalArgumentException wrong(Path path, int number, String line) {
        return new IllegalArgumentException(
                "line %d of %s is \"%s\": it must be a timestamp and a number, as in 2014-02-14 14:30:00,0.132"
                        .formatted(number, path, line));
    }
}
