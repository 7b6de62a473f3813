package io.tidemark.bootstrap.postgres;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings up the server of a database that exists: takes over the one that runs, else starts one. */
record Launch(ServerFolder folder, Programs programs, Password password, Consumer<StartPhase> phases) {
    private static final int PORT_ATTEMPTS = 3;

    /** A server that answered. */
    record Running(ServerProcess process, Access access, String version) {}

    Running run() throws IOException {
        Optional<Running> adopted = adopted();
        return adopted.isPresent() ? adopted.get() : started();
    }

    private Optional<Running> adopted() throws IOException {
        Optional<ServerProcess> left = ServerProcess.of(folder);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        phases.accept(StartPhase.ADOPTING);
        if (!left.get().runs(programs.binaries().program("postgres"))) {
            // It was started by another release, with other settings and programs.
            programs.stop(left.get());
            return Optional.empty();
        }
        return answering(left.get());
    }

    private Running started() throws IOException {
        phases.accept(StartPhase.STARTING);
        ServerProcess.clearRemains(folder);
        ServerLog log = new ServerLog(folder.log());
        log.prune();
        Command.Outcome outcome = startedOnFreePort(log);
        Optional<ServerProcess> server = ServerProcess.of(folder);
        if (server.isEmpty()) {
            throw failed(log, outcome);
        }
        // Not ready in time, or the start of a killed daemon came first: either way this server is waited for.
        Optional<Running> running = outcome.succeeded() ? answeringOrStopped(server.get()) : answering(server.get());
        if (running.isEmpty()) {
            throw failed(log, outcome);
        }
        return running.get();
    }

    private Command.Outcome startedOnFreePort(ServerLog log) throws IOException {
        KeptPort kept = new KeptPort(folder);
        boolean statistics = programs.binaries().have("pg_stat_statements");
        for (int attempt = 1; ; attempt++) {
            int port = kept.free();
            Command.Outcome outcome = programs.start(new ServerSettings(port, statistics), log);
            boolean portWasSnatched =
                    !outcome.succeeded() && ServerProcess.of(folder).isEmpty() && !KeptPort.isFree(port);
            if (!portWasSnatched || attempt == PORT_ATTEMPTS) {
                return outcome;
            }
        }
    }

    private Optional<Running> answering(ServerProcess server) throws IOException {
        Access access = new Access(server.port(), password);
        Optional<String> version = access.awaitVersion(server);
        return version.map(told -> new Running(server, access, told));
    }

    private Optional<Running> answeringOrStopped(ServerProcess server) throws IOException {
        try {
            return answering(server);
        } catch (RuntimeException e) {
            programs.stop(server);
            throw e;
        }
    }

    private PostgresCannotStartException failed(ServerLog log, Command.Outcome outcome) throws IOException {
        return new PostgresCannotStartException("The server of %s did not start. Its log in %s ends with:\n%s"
                .formatted(folder.data(), folder.log(), (log.tail() + "\n" + outcome.lastLines()).strip()));
    }
}
