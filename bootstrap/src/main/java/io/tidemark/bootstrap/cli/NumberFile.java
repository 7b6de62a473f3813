package io.tidemark.bootstrap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Numbers in a file: one on each line (lines that are blank or begin with {@code #} do not count), a JSON array, or a JSON
 * object with an array in {@code series}. {@code -} stands for the standard input.
 */
final class NumberFile {
    static final int MOST = 100_000;

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final String name;

    private NumberFile(String name) {
        this.name = name;
    }

    static double[] read(String name, InputStream piped) {
        var file = new NumberFile(name.equals("-") ? "the standard input" : name);
        var text = file.text(name, piped).strip();
        var numbers = text.startsWith("[") || text.startsWith("{") ? file.json(text) : file.lines(text);
        if (numbers.isEmpty()) {
            throw CommandFailure.cannot(
                    "There are no values in " + file.name + ": write one on each line, or a JSON array.");
        }
        if (numbers.size() > MOST) {
            throw CommandFailure.cannot("There are " + numbers.size() + " values in " + file.name + ": at most " + MOST
                    + " can be searched.");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private String text(String path, InputStream piped) {
        try (var in = path.equals("-") ? piped : Files.newInputStream(Path.of(path))) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw CommandFailure.cannot("There are more than 16 MiB in " + name + ": give fewer values.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException missing) {
            throw CommandFailure.cannot("There is no file " + name + ".", missing);
        } catch (CharacterCodingException binary) {
            throw CommandFailure.cannot("What is in " + name + " is no text in UTF-8.", binary);
        } catch (IOException failed) {
            throw CommandFailure.cannot("Cannot read " + name + ": " + failed.getMessage() + ".", failed);
        }
    }

    private List<Double> lines(String text) {
        var numbers = new ArrayList<Double>();
        int number = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                numbers.add(number("Line " + number, line));
            }
        }
        return numbers;
    }

    private double number(String place, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // Said below, as for NaN and infinity.
        }
        throw CommandFailure.cannot(place + " of " + name + " is '"
                + Text.fit(Text.printable(text), 40).strip()
                + "': it must be a finite number; leave out what is missing.");
    }

    private List<Double> json(String text) {
        var numbers = new ArrayList<Double>();
        for (var value : array(text)) {
            if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
                throw CommandFailure.cannot("Value " + numbers.size() + " of " + name + " is "
                        + Text.printable(value.toString()) + ": it must be a number; leave out what is missing.");
            }
            numbers.add(value.asDouble());
        }
        return numbers;
    }

    private JsonNode array(String text) {
        try {
            var root = new JsonMapper().readTree(text);
            var values = root.isArray() ? root : root.path("series");
            if (values.isArray()) {
                return values;
            }
        } catch (JacksonException malformed) {
            throw CommandFailure.cannot(
                    "What is in " + name + " is no JSON: " + malformed.getOriginalMessage() + ".", malformed);
        }
        throw CommandFailure.cannot("The object in " + name + " has no array 'series'.");
    }
}
