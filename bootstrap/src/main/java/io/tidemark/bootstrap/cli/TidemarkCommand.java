package io.tidemark.bootstrap.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code tidemark} and what is below it. */
@Command(
        name = "tidemark",
        description = "Tells a team when its operations got slower, why, and whom to tell, before its users notice.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:something was found that a person should look at",
            "2:the command or the settings are wrong",
            "3:what was asked for cannot be done"
        },
        footer = {
            "%nExamples:",
            "  tidemark run --demo",
            "  tidemark alerts list",
            "  tidemark baseline calculate commit",
            "  tidemark config show --config tidemark.yaml",
            "  tidemark doctor"
        })
public final class TidemarkCommand {
    private TidemarkCommand() {}

    /** The whole command line, ready to {@link CommandLine#execute execute}, which returns the exit code. */
    public static CommandLine commandLine(Surroundings surroundings) {
        var failures = new Failures(surroundings.debug());
        return new CommandLine(new TidemarkCommand())
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new DemoCommand())
                .addSubcommand(new CommandLine(new AlertsCommand())
                        .addSubcommand(new AlertsListCommand(surroundings.clock()))
                        .addSubcommand(new AlertsShowCommand()))
                .addSubcommand(new CommandLine(new OperationsCommand())
                        .addSubcommand(new OperationsListCommand())
                        .addSubcommand(new OperationsChangeCommand()))
                .addSubcommand(baseline())
                .addSubcommand(new CommandLine(new DetectCommand())
                        .addSubcommand(new DetectThresholdsCommand())
                        .addSubcommand(new DetectExpectCommand()))
                .addSubcommand(new BacktestCommand())
                .addSubcommand(new CommandLine(new JobsCommand())
                        .addSubcommand(new JobsListCommand())
                        .addSubcommand(new JobsRunsCommand())
                        .addSubcommand(new JobsScheduleCommand())
                        .addSubcommand(new JobsRunCommand()))
                .addSubcommand(new ChangePointsCommand())
                .addSubcommand(new CommandLine(new CorrelateCommand())
                        .addSubcommand(new CommandLine(new CorrelateRulesCommand())
                                .addSubcommand(new CorrelateRulesListCommand())
                                .addSubcommand(new CorrelateRulesAddCommand())
                                .addSubcommand(new CorrelateRulesRemoveCommand())))
                .addSubcommand(new CommandLine(new SampleCommand()).addSubcommand(new SampleLoadCommand()))
                .addSubcommand(new CommandLine(new ConfigCommand())
                        .addSubcommand(new ConfigCheckCommand(surroundings))
                        .addSubcommand(new ConfigShowCommand(surroundings)))
                .addSubcommand(new DoctorCommand(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static CommandLine baseline() {
        var baseline = new CommandLine(new BaselineCommand())
                .addSubcommand(new BaselineListCommand())
                .addSubcommand(new BaselineCalculateCommand())
                .addSubcommand(new BaselineRecalculateCommand())
                .addSubcommand(new BaselinePendingCommand());
        for (var decision : BaselineDecideCommand.Decision.values()) {
            baseline.addSubcommand(BaselineDecideCommand.of(decision));
        }
        return baseline.addSubcommand(new BaselineHistoryCommand())
                .addSubcommand(new BaselineHealthCommand())
                .addSubcommand(new BaselinePinCommand())
                .addSubcommand(new BaselineExcludeCommand());
    }

    @Command(name = "alerts", description = "Looks at alerts.")
    private static final class AlertsCommand {}

    @Command(name = "operations", description = "Looks at the operations, and says what they are.")
    private static final class OperationsCommand {}

    @Command(name = "baseline", description = "Learns what is normal.")
    private static final class BaselineCommand {}

    @Command(name = "jobs", description = "Looks at the jobs of the daemon, and says when they run.")
    private static final class JobsCommand {}

    @Command(name = "rules", description = "Says what operations share when they get slow together.")
    private static final class CorrelateRulesCommand {}

    @Command(name = "sample", description = "Made-up timings with known percentiles, to try things out on.")
    private static final class SampleCommand {}

    @Command(name = "config", description = "Looks at the settings.")
    private static final class ConfigCommand {}
}
