package io.tidemark.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Timings in a file, one on each line, read as they are needed. A line that holds none is told with its reason. */
final class TimingFile implements AutoCloseable {
    private final String name;
    private final long size;
    private final BufferedReader reader;
    private @Nullable Format format;
    private TimingLine lines = TimingLine.JSON;
    private long line;
    private long characters;

    /** How a file is written. */
    enum Format {
        NDJSON,
        CSV
    }

    /**
     * One line.
     *
     * @param refusal why it holds no timing; empty when it does
     */
    record Row(long line, Map<String, Object> values, String refusal) {}

    private TimingFile(String name, InputStream in, long size, @Nullable Format format) {
        this.name = name;
        this.size = size;
        this.reader = new BufferedReader(new InputStreamReader(in, UTF_8.newDecoder()));
        this.format = format;
    }

    /** @param format how it is written, or null for what it looks like */
    static TimingFile of(InputStream in, @Nullable Format format) {
        return new TimingFile("the standard input", in, 0, format);
    }

    static TimingFile open(Path file, @Nullable Format format) {
        try {
            return new TimingFile(file.toString(), Files.newInputStream(file), Files.size(file), format);
        } catch (NoSuchFileException missing) {
            throw CommandFailure.cannot("There is no file " + file + ".", missing);
        } catch (IOException failed) {
            throw unreadable(file.toString(), failed);
        }
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    Row next() {
        var text = text();
        if (text != null && format == null) {
            format = text.startsWith("{") ? Format.NDJSON : Format.CSV;
        }
        if (text != null && format == Format.CSV && lines == TimingLine.JSON) {
            lines = header(text);
            text = text();
        }
        if (text == null) {
            return null;
        }
        try {
            return new Row(line, lines.values(text), "");
        } catch (IllegalArgumentException wrong) {
            return new Row(line, Map.of(), String.valueOf(wrong.getMessage()));
        }
    }

    /** How much of the file was read, as far as its size in bytes tells. */
    OptionalDouble share() {
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) characters / size);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    private TimingLine header(String text) {
        try {
            return TimingLine.csv(text);
        } catch (IllegalArgumentException wrong) {
            throw CommandFailure.cannot(
                    "The first line of %s must name the fields: %s, such as operation,durationMillis"
                            .formatted(name, wrong.getMessage()));
        }
    }

    private @Nullable String text() {
        try {
            String text;
            do {
                text = reader.readLine();
                line++;
                characters += text == null ? 0 : text.length() + 1;
            } while (text != null && text.isBlank());
            return text == null ? null : text.strip().replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException binary) {
            throw CommandFailure.cannot("What is in " + name + " is no text in UTF-8.", binary);
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    private static CommandFailure unreadable(String name, IOException failed) {
        return CommandFailure.cannot("Cannot read %s: %s.".formatted(name, failed.getMessage()), failed);
    }
}
