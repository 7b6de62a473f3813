package io.tidemark.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The programs of PostgreSQL, run for one folder. */
record Programs(ServerFolder folder, Binaries binaries, ServerAccount account) {
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration FAST_STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    Command.Outcome initialise(Path data) throws IOException {
        account.own(folder.password());
        return run(
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + Access.USER,
                        "--pwfile=" + folder.password(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions"),
                INITDB_LIMIT);
    }

    /** Returns when the server answers, failed or has not come up in time; it may still come up then. */
    Command.Outcome start(ServerSettings settings, ServerLog log) throws IOException {
        account.own(settings.writeTo(folder));
        account.own(folder.log());
        return control(START_LIMIT, "start", "--log=" + log.renewedStartFile());
    }

    /** Ends the server: in order, else at once (it recovers at the next start), else by force. */
    void stop(ServerProcess server) throws IOException {
        if (server.isRunning()) {
            control(FAST_STOP_LIMIT, "stop", "--mode=fast");
        }
        if (server.isRunning()) {
            control(IMMEDIATE_STOP_LIMIT, "stop", "--mode=immediate");
        }
        if (server.isRunning()) {
            server.handle().destroyForcibly();
        }
    }

    private Command.Outcome control(Duration limit, String action, String option) throws IOException {
        List<String> line = List.of(
                binaries.program("pg_ctl"),
                action,
                option,
                "--pgdata=" + folder.data(),
                "--wait",
                "--silent",
                "--timeout=" + limit.toSeconds());
        return run(line, limit.plus(MARGIN));
    }

    private Command.Outcome run(List<String> line, Duration limit) throws IOException {
        return account.command(line).runIn(folder, limit);
    }
}
