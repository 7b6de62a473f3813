package io.tidemark.bootstrap.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the server writes down: a file for its first lines, then files that it rotates. */
record ServerLog(Path folder) {
    static final String FILE_NAMES = "postgresql-%Y%m%d-%H%M%S.log";
    static final int FILE_MEGABYTES = 10;
    private static final int KEPT_FILES = 5;
    private static final int TAIL_LINES = 6;

    /** Where the server writes until its own log is open; emptied, so that it tells of this start only. */
    Path renewedStartFile() throws IOException {
        Files.deleteIfExists(startFile());
        return startFile();
    }

    /** Returns the last lines of the file that the server wrote last, each on its own line, or nothing. */
    String tail() throws IOException {
        Path latest = startFile();
        for (Path file : rotated()) {
            if (modified(file).compareTo(modified(latest)) >= 0) {
                latest = file;
            }
        }
        if (!Files.exists(latest)) {
            return "";
        }
        return lastLines(new String(Files.readAllBytes(latest), StandardCharsets.UTF_8));
    }

    static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    /** The server starts new files but never removes one. */
    void prune() throws IOException {
        List<Path> files = rotated();
        for (Path file : files.subList(0, Math.max(0, files.size() - KEPT_FILES))) {
            Files.deleteIfExists(file);
        }
    }

    private Path startFile() {
        return folder.resolve("start.log");
    }

    private List<Path> rotated() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("postgresql-"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    private static FileTime modified(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
    }
}
