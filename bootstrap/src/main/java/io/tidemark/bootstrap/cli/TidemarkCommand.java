package io.tidemark.bootstrap.cli;

import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    /** What stands for options that are left out. */
    private static final Map<String, String> VARIABLES =
            Map.of(AddressOptions.TOKEN, "TIDEMARK_TOKEN", DaemonOptions.DATA, "TIDEMARK_DATA");

    private TidemarkCommand() {}

    /** The whole command line, ready to {@link CommandLine#execute execute}, which returns the exit code. */
    public static CommandLine commandLine(Surroundings surroundings) {
        var failures = new Failures(surroundings.debug());
        return new CommandLine(new TidemarkCommand())
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new DemoCommand())
                .addSubcommand(new RecordCommand(surroundings))
                .addSubcommand(new StatusCommand(surroundings.clock()))
                .addSubcommand(new CommandLine(new AlertsCommand())
                        .addSubcommand(new AlertsListCommand(surroundings.clock()))
                        .addSubcommand(new AlertsShowCommand())
                        .addSubcommand(new AlertsSnoozeCommand(surroundings.clock()))
                        .addSubcommand(new AlertsAcknowledgeCommand(surroundings.clock()))
                        .addSubcommand(new AlertsResolveCommand()))
                .addSubcommand(new CommandLine(new SilencesCommand())
                        .addSubcommand(new SilencesAddCommand(surroundings.clock()))
                        .addSubcommand(new SilencesListCommand())
                        .addSubcommand(new SilencesPreviewCommand())
                        .addSubcommand(new SilencesExpireCommand()))
                .addSubcommand(new CommandLine(new WindowsCommand())
                        .addSubcommand(new WindowsSetCommand())
                        .addSubcommand(new WindowsListCommand())
                        .addSubcommand(new WindowsNextCommand())
                        .addSubcommand(new WindowsRemoveCommand()))
                .addSubcommand(new CommandLine(new RoutesCommand())
                        .addSubcommand(new RoutesListCommand())
                        .addSubcommand(new RoutesSetCommand())
                        .addSubcommand(new RoutesExplainCommand())
                        .addSubcommand(new RoutesReplayCommand()))
                .addSubcommand(new CommandLine(new OperationsCommand())
                        .addSubcommand(new OperationsListCommand())
                        .addSubcommand(new OperationsShowCommand(surroundings.clock()))
                        .addSubcommand(new OperationsChangeCommand()))
                .addSubcommand(deployments())
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
                .addSubcommand(new CommandLine(new DeliverCommand())
                        .addSubcommand(new DeliverStatusCommand())
                        .addSubcommand(new DeliverListCommand())
                        .addSubcommand(new DeliverReplayCommand())
                        .addSubcommand(new DeliverDropCommand()))
                .addSubcommand(new ChangePointsCommand(surroundings.terminal().in()))
                .addSubcommand(merges())
                .addSubcommand(traces())
                .addSubcommand(new CommandLine(new CorrelateCommand())
                        .addSubcommand(new CommandLine(new CorrelateRulesCommand())
                                .addSubcommand(new CorrelateRulesListCommand())
                                .addSubcommand(new CorrelateRulesAddCommand())
                                .addSubcommand(new CorrelateRulesRemoveCommand())))
                .addSubcommand(new CommandLine(new SampleCommand()).addSubcommand(new SampleLoadCommand()))
                .addSubcommand(new CommandLine(new ConfigCommand())
                        .addSubcommand(new ConfigCheckCommand(surroundings))
                        .addSubcommand(new ConfigShowCommand(surroundings)))
                .addSubcommand(new CommandLine(new SchemaCommand())
                        .addSubcommand(new SchemaStatusCommand(surroundings))
                        .addSubcommand(new SchemaMigrateCommand(surroundings)))
                .addSubcommand(access())
                .addSubcommand(secrets())
                .addSubcommand(channels(surroundings.terminal().in()))
                .addSubcommand(new DrillCommand(surroundings.clock()))
                .addSubcommand(new AuditCommand())
                .addSubcommand(new DoctorCommand(surroundings))
                .addSubcommand(new CompletionCommand())
                .setDefaultValueProvider(argument -> fromEnvironment(argument, surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** A token in the environment is not seen by others on the machine, as the options of a process are. */
    private static @Nullable String fromEnvironment(ArgSpec argument, Surroundings surroundings) {
        var variable = argument instanceof OptionSpec option ? VARIABLES.get(option.longestName()) : null;
        var value = variable == null
                ? ""
                : surroundings.environment().getOrDefault(variable, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static CommandLine deployments() {
        return new CommandLine(new DeploymentsCommand())
                .addSubcommand(new DeploymentsRecordCommand())
                .addSubcommand(new DeploymentsListCommand());
    }

    private static CommandLine merges() {
        return new CommandLine(new MergesCommand())
                .addSubcommand(new MergesListCommand())
                .addSubcommand(new MergesPairsCommand())
                .addSubcommand(new MergesPhasesCommand());
    }

    private static CommandLine traces() {
        return new CommandLine(new TracesCommand())
                .addSubcommand(new TracesListCommand())
                .addSubcommand(new TracesShowCommand());
    }

    private static CommandLine access() {
        return new CommandLine(new TokensCommand())
                .addSubcommand(new TokensCreateCommand())
                .addSubcommand(new TokensListCommand())
                .addSubcommand(new TokensRevokeCommand());
    }

    private static CommandLine secrets() {
        return new CommandLine(new SecretsCommand())
                .addSubcommand(new SecretsNewKeyCommand())
                .addSubcommand(new SecretsRotateCommand());
    }

    private static CommandLine channels(InputStream in) {
        return new CommandLine(new ChannelsCommand())
                .addSubcommand(new ChannelsListCommand())
                .addSubcommand(new ChannelsAddCommand(in))
                .addSubcommand(new ChannelsChangeCommand(in))
                .addSubcommand(new ChannelsRemoveCommand())
                .addSubcommand(new ChannelsTestCommand());
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

    @Command(name = "alerts", description = "Looks at alerts, takes them on, and ends them.")
    private static final class AlertsCommand {}

    @Command(name = "deployments", aliases = "deployment", description = "When something new was brought into use.")
    private static final class DeploymentsCommand {}

    @Command(name = "silences", aliases = "silence", description = "Tells nobody about some alerts, for a time.")
    private static final class SilencesCommand {}

    @Command(
            name = "windows",
            aliases = "window",
            description = "Tells nobody about alerts while there is planned work.")
    private static final class WindowsCommand {}

    @Command(name = "routes", aliases = "route", description = "Says where alerts go, and tries it.")
    private static final class RoutesCommand {}

    @Command(name = "operations", description = "Looks at the operations, and says what they are.")
    private static final class OperationsCommand {}

    @Command(name = "baseline", description = "Learns what is normal.")
    private static final class BaselineCommand {}

    @Command(name = "tokens", description = "Says who may do what.")
    private static final class TokensCommand {}

    @Command(name = "secrets", description = "Looks after the keys that secrets are stored under.")
    private static final class SecretsCommand {}

    @Command(name = "channels", description = "Says who can be told, and tries it out.")
    private static final class ChannelsCommand {}

    @Command(name = "merges", description = "Tells where merges lose their time.")
    private static final class MergesCommand {}

    @Command(name = "traces", description = "Looks at what pieces of work are made of.")
    private static final class TracesCommand {}

    @Command(name = "jobs", description = "Looks at the jobs of the daemon, and says when they run.")
    private static final class JobsCommand {}

    @Command(name = "deliver", description = "Looks at what is sent, and at what could not be delivered.")
    private static final class DeliverCommand {}

    @Command(name = "rules", description = "Says what operations share when they get slow together.")
    private static final class CorrelateRulesCommand {}

    @Command(name = "sample", description = "Made-up timings with known percentiles, to try things out on.")
    private static final class SampleCommand {}

    @Command(name = "schema", description = "Looks at the tables of the database, and brings them up to date.")
    private static final class SchemaCommand {}

    @Command(name = "config", description = "Looks at the settings.")
    private static final class ConfigCommand {}
}
