package io.tidemark.bootstrap.cli;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.change.ChangePoint;
import io.tidemark.domain.change.ChangePoints;
import io.tidemark.domain.change.ChangeSettings;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "change-points",
        description = "Finds when the level of an operation shifted, or that of the values in a file.",
        footer = {
            "%nExamples:",
            "  tidemark change-points commit --days 28",
            "  tidemark change-points --file values.txt --window 30 --max-p 0.01 --min-magnitude 0.05",
            "  tidemark change-points --file - --json < values.json"
        })
final class ChangePointsCommand implements Callable<Integer> {
    private final InputStream in;

    private enum Step {
        HOUR,
        DAY
    }

    private enum Percentile {
        P50,
        P99
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "OPERATION",
            description = "The operation, such as commit; what is left of it without its rhythm over day and week.")
    private @Nullable String operation;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Takes the values from a file, - for the standard input: one on each line, a JSON array, or"
                    + " the array 'series' of a JSON object. Needs no daemon.")
    private @Nullable String file;

    @Option(
            names = "--window",
            paramLabel = "VALUES",
            description = "How many values are searched at a time; ${DEFAULT-VALUE}.")
    private int window = ChangeSettings.DEFAULT.window();

    @Option(
            names = "--max-p",
            paramLabel = "P",
            description = "How likely a difference may be by chance; ${DEFAULT-VALUE}.")
    private double maxP = ChangeSettings.DEFAULT.maxP();

    @Option(
            names = "--min-magnitude",
            paramLabel = "SHARE",
            description = "By what share a level must differ from the other; ${DEFAULT-VALUE}.")
    private double minMagnitude = ChangeSettings.DEFAULT.minMagnitude();

    @Option(names = "--days", paramLabel = "DAYS", description = "How far to look back; ${DEFAULT-VALUE}.")
    private int days = 28;

    @Option(names = "--step", paramLabel = "STEP", description = "hour (if left out) or day.")
    private Step step = Step.HOUR;

    @Option(names = "--percentile", paramLabel = "PERCENTILE", description = "p50 (if left out) or p99.")
    private Percentile percentile = Percentile.P50;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Spec
    private @Nullable CommandSpec spec;

    ChangePointsCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        lines(settings()).forEach(output.out()::println);
        return ExitCode.FINE;
    }

    private List<String> lines(ChangeSettings settings) {
        if (operation == null && file != null) {
            return search(NumberFile.read(file, in), settings);
        }
        if (operation != null && file == null) {
            return ask(operation);
        }
        throw usage("Name either an operation or a --file");
    }

    private List<String> search(double[] values, ChangeSettings settings) {
        var points = ChangePoints.of(values, settings);
        if (!json) {
            return ChangeReport.of(values, points);
        }
        var answer = Map.of(
                "values", values.length,
                "indexes", points.stream().map(ChangePoint::index).toList(),
                "changePoints", points.stream().map(Found::of).toList());
        return List.of(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }

    private List<String> ask(String name) {
        var query = "operation=%s&days=%d&step=%s&percentile=%s&window=%d&maxP=%s&minMagnitude=%s"
                .formatted(
                        URLEncoder.encode(name, StandardCharsets.UTF_8),
                        days,
                        word(step),
                        word(percentile),
                        window,
                        plain(maxP),
                        plain(minMagnitude));
        var answer = daemon.client().get("/api/v1/change-points?" + query);
        return json ? List.of(answer.toPrettyString()) : ChangeReport.of(answer);
    }

    private ChangeSettings settings() {
        try {
            return new ChangeSettings(window, maxP, minMagnitude);
        } catch (IllegalArgumentException wrong) {
            throw usage("Invalid value for option '--"
                    + String.valueOf(wrong.getMessage()).replaceFirst(" ", "': "));
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(requireNonNull(spec, "set by picocli").commandLine(), sentence);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** What is said of a change point in JSON. */
    record Found(int index, double before, double after, double relativeChange, double pValue) {
        static Found of(ChangePoint point) {
            return new Found(
                    point.index(), point.before().mean(), point.after().mean(), point.relativeChange(), point.pValue());
        }
    }
}
