package io.tidemark.bootstrap.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "record",
        description = {
            "Records timings: one from the command line, many from a file, or that of a command.",
            "A file has a JSON object on each line, or is CSV with the names of the fields in its first line; without"
                    + " --file it is read from the standard input. The exit code is 1 when rows were refused. A command that is"
                    + " timed keeps its own exit code."
        },
        footer = {
            "%nExamples:",
            "  tidemark record commit --took 3.2ms --branch main",
            "  tidemark record nightly_build -- make -j4",
            "  tidemark record --file timings.csv",
            "  tidemark record < timings.ndjson"
        })
final class RecordCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "OPERATION", description = "The operation that was run.")
    private @Nullable String operation;

    @Parameters(
            index = "1..*",
            paramLabel = "COMMAND",
            description = "The command to run and to time; put -- before it.")
    private List<String> command = List.of();

    @Option(
            names = "--took",
            paramLabel = "TIME",
            converter = Took.class,
            description = "How long it took, such as 3.2ms, 150us or 2s.")
    private @Nullable Duration took;

    @Option(names = "--file", paramLabel = "FILE", description = "The file with timings; - for the standard input.")
    private @Nullable String file;

    @Option(names = "--format", paramLabel = "FORMAT", description = "ndjson or csv; if left out, what it looks like.")
    private TimingFile.@Nullable Format format;

    @Mixin
    private final RecordOptions options = new RecordOptions();

    @Mixin
    private final Conversation conversation = new Conversation();

    RecordCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (operation == null) {
            return upload();
        }
        if (file != null || (took == null) == command.isEmpty()) {
            throw wrong("Say of '%s' either how long it took with --took, or which command is to be timed after --"
                    .formatted(operation));
        }
        return took == null ? timed(operation) : one(operation, took);
    }

    private int upload() {
        if (took != null) {
            throw wrong("Say which operation took that long");
        }
        if (file == null && surroundings.terminal().attached()) {
            throw wrong("Say which operation was run, or which --file holds timings");
        }
        boolean fromInput = file == null || file.equals("-");
        try (var timings = fromInput
                ? TimingFile.of(surroundings.terminal().in(), format)
                : TimingFile.open(Path.of(String.valueOf(file)), format)) {
            return upload(timings);
        }
    }

    private int upload(TimingFile timings) {
        var upload = new Upload(conversation.client());
        var progress = new Progress(conversation.err(), surroundings.terminal().attached());
        for (var row = timings.next(); row != null; row = timings.next()) {
            if (row.refusal().isEmpty()) {
                options.addMissing(row.values());
                upload.add(row.line(), row.values());
            } else {
                upload.refuse(row.line(), row.refusal());
            }
            progress.at(timings.share(), row.line());
        }
        var result = upload.end();
        progress.end();
        return told(result);
    }

    private int told(Upload.Result result) {
        result.listed().forEach(refused -> conversation.err().println(Text.printable(refused.sentence())));
        return conversation.show(
                result.toJson(), said -> List.of(result.sentence()), said -> result.refusedTimings() > 0);
    }

    /** Whatever becomes of the recording, the command's exit code is that of what was to be done. */
    private int timed(String name) {
        var run = TimedRun.of(command, surroundings.clocks().nanos());
        try {
            var upload = new Upload(conversation.client());
            upload.add(1, run.addTo(options.timing(name, run.took())));
            var result = upload.end();
            result.listed().forEach(refused -> conversation.err().println(Text.printable(refused.sentence())));
        } catch (CommandFailure notRecorded) {
            conversation.err().println("Not recorded: " + notRecorded.sentence());
        }
        return run.exitCode();
    }

    private int one(String name, Duration length) {
        var upload = new Upload(conversation.client());
        upload.add(1, options.timing(name, length));
        return told(upload.end());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(requireNonNull(spec, "set by picocli").commandLine(), sentence);
    }
}
