package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidemark.application.port.Clocks;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds for every command that there is, however many they become. */
final class EveryCommandTest {
    /** They print what is no answer: a program that runs on, a script, a key. */
    private static final Set<String> WITHOUT_JSON =
            Set.of("tidemark run", "tidemark completion", "tidemark secrets new-key");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
    private static final int HELP_WIDTH = 120;

    private final CommandFixture shell = new CommandFixture();

    static Stream<String> commands() {
        return below(root()).map(command -> command.getCommandSpec().qualifiedName());
    }

    static Stream<String> leaves() {
        return below(root())
                .filter(command -> command.getCommandSpec().userObject() instanceof Callable)
                .map(command -> command.getCommandSpec().qualifiedName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_saysWhatItDoes_andTheExitCodes(String command) {
        var outcome = shell.run(arguments(command, "--help"));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("Usage: " + command, "Exit codes:", "0", "1", "2", "3")
                .doesNotContain("\u001b");
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void help_hasExamplesThatAreRight(String command) {
        var examples = examples(command);

        assertThat(examples).isNotEmpty();
        assertThat(examples)
                .allSatisfy(example -> assertThatCode(() -> root().parseArgs(words(example)))
                        .as(example)
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aWrongOption_isOfNoUse_andTheRightOneIsNamed(String command) {
        var outcome = shell.run(arguments(command, "--hlep"));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("Try '" + command + " --help'.");
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void json_isThereForWhateverIsShown(String command) {
        boolean hasJson = find(command).getCommandSpec().optionsMap().containsKey("--json");

        assertThat(hasJson).isEqualTo(!WITHOUT_JSON.contains(command));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void withoutADaemon_itSaysSo(String command) {
        if (!find(command).getCommandSpec().optionsMap().containsKey("--url") || command.endsWith(" doctor")) {
            return;
        }
        var example = examples(command).get(0).replaceFirst("--url \\S+", "");
        var words = new ArrayList<>(List.of(words(example)));
        words.addAll(words.contains("--") ? words.indexOf("--") : words.size(), List.of("--url", "http://127.0.0.1:1"));

        var outcome = shell.run(words.toArray(String[]::new));

        assertThat(outcome.exitCode()).as(words.toString()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err().lines()).hasSize(1);
    }

    /** Without what a shell does around them. */
    private static List<String> examples(String command) {
        var footer = find(command).getCommandSpec().usageMessage().footer();
        return String.join("\n", footer)
                .replace("\\\n", "")
                .lines()
                .filter(line -> line.contains(command))
                .map(line -> line.substring(line.indexOf(command)).replaceFirst("[|<>)].*", ""))
                .toList();
    }

    private static String[] words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group().replaceAll("^['\"]|['\"]$", ""))
                .skip(1)
                .toArray(String[]::new);
    }

    private static String[] arguments(String command, String last) {
        var words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.remove(0);
        words.add(last);
        return words.toArray(String[]::new);
    }

    private static CommandLine find(String command) {
        return below(root())
                .filter(one -> one.getCommandSpec().qualifiedName().equals(command))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().distinct().flatMap(EveryCommandTest::below));
    }

    private static CommandLine root() {
        var surroundings = new Surroundings(
                Map.of(),
                Clocks.system(),
                Path.of("no-such-home"),
                (settings, demo) -> 0,
                new Terminal(InputStream.nullInputStream(), false));
        return TidemarkCommand.commandLine(surroundings)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(HELP_WIDTH);
    }
}
