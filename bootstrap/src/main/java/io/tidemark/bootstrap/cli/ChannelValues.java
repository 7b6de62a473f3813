package io.tidemark.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a channel is told. Secrets stand on no command line, where everybody on the machine and the history see them. */
@Command
final class ChannelValues {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "What the channel is told, such as user=tidemark; may be given several times.")
    private Map<String, String> plain = Map.of();

    @Option(
            names = "--secret",
            paramLabel = "KEY",
            description = "Reads the value from standard input; may be given several times, one line for each.")
    private List<String> asked = List.of();

    @Option(
            names = "--secret-file",
            paramLabel = "KEY=FILE",
            description = "Reads the value from a file; may be given several times.")
    private Map<String, Path> files = Map.of();

    /** @param in where the values are typed that are asked for */
    Map<String, String> read(InputStream in) {
        var values = new LinkedHashMap<>(plain);
        files.forEach((key, file) -> values.put(key, content(key, file)));
        values.putAll(ask(in));
        return values;
    }

    private static String content(String key, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw CommandFailure.cannot("The file for " + key + " cannot be read: " + file, failed);
        }
    }

    private Map<String, String> ask(InputStream in) {
        var values = new LinkedHashMap<String, String>();
        // Not closed: standard input is not this command's.
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        for (var key : asked) {
            var value = line(key, lines);
            if (value.isBlank()) {
                throw CommandFailure.cannot("There is no value for " + key + " on standard input.");
            }
            values.put(key, value.strip());
        }
        return values;
    }

    private static String line(String key, BufferedReader lines) {
        try {
            return requireNonNullElse(lines.readLine(), "");
        } catch (IOException failed) {
            throw CommandFailure.cannot("Standard input broke off before the value for " + key + ".", failed);
        }
    }
}
