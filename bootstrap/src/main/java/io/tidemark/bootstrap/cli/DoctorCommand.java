package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.settings.HttpSettings;
import io.tidemark.bootstrap.settings.LoadedSettings;
import io.tidemark.bootstrap.settings.Settings;
import io.tidemark.bootstrap.settings.SettingsException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Looks for what is wrong with the machine, the settings and the daemon.",
        footer = {"%nExamples:", "  tidemark doctor", "  tidemark doctor --config tidemark.yaml --json"})
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--json", description = "Prints the findings as JSON.")
    private boolean json;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final AddressOptions daemon = new AddressOptions();

    @Mixin
    private final Output output = new Output();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var diagnosis = new Diagnosis();
        diagnosis.add(MachineChecks.java(Runtime.version()));
        var loaded = load(diagnosis);
        loaded.ifPresent(found -> lookAtFolders(found, diagnosis));
        askDaemon(loaded.map(LoadedSettings::settings), diagnosis);
        output.out().println(json ? diagnosis.toJson() : diagnosis.toText());
        return diagnosis.hasFailure() ? ExitCode.FOUND : ExitCode.FINE;
    }

    private Optional<LoadedSettings> load(Diagnosis diagnosis) {
        try {
            var loaded = settings.load(surroundings.environment());
            diagnosis.add(Finding.ok("Settings", settings.source()));
            loaded.warnings().forEach(warning -> diagnosis.add(Finding.warn("Settings", warning.toString(), "")));
            return Optional.of(loaded);
        } catch (SettingsException wrong) {
            wrong.problems()
                    .forEach(problem -> diagnosis.add(Finding.fail(
                            "Settings", problem.toString(), "mend it; folders and port are not looked at before")));
            return Optional.empty();
        }
    }

    private void lookAtFolders(LoadedSettings loaded, Diagnosis diagnosis) {
        diagnosis.add(MachineChecks.dataFolder(loaded.settings().data()));
        var own = surroundings.home().resolve("plugins");
        if (Files.exists(own)) {
            diagnosis.add(MachineChecks.pluginFolder(own));
        }
        loaded.settings().plugins().folders().forEach(folder -> diagnosis.add(MachineChecks.pluginFolder(folder)));
    }

    private void askDaemon(Optional<Settings> found, Diagnosis diagnosis) {
        var http = found.map(Settings::http);
        var otherwise = http.flatMap(DoctorCommand::address).orElse(DaemonAddress.STANDARD);
        var data = found.map(Settings::data).orElse(Settings.DATA);
        var client = daemon.clientAt(daemon.url().orElse(otherwise), data);
        if (client.isListening()) {
            DaemonChecks.ask(client, diagnosis);
        } else if (http.isEmpty() || daemon.url().isPresent()) {
            diagnosis.add(Finding.fail("Daemon", "nothing answers at " + client.url(), "start it with 'tidemark run'"));
        } else {
            diagnosis.add(MachineChecks.port(http.get().host(), http.get().port()));
        }
    }

    /** An address to listen on is not always one to connect to. */
    private static Optional<URI> address(HttpSettings http) {
        var host = List.of("0.0.0.0", "::").contains(http.host()) ? "127.0.0.1" : http.host();
        return DaemonAddress.parse("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.port());
    }
}
