package io.tidemark.bootstrap.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Another process that runs the server of a folder, and is killed. */
final class OtherDaemon implements AutoCloseable {
    static final String NOTE = "kept by another daemon";

    private final Process process;
    private final String firstLine;

    private OtherDaemon(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    /** Returns when it has kept its note or was refused. */
    static OtherDaemon startedIn(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        List.of(java, "-cp", classPath, OtherDaemon.class.getName(), folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        return new OtherDaemon(process, output.readLine());
    }

    long pid() {
        return process.pid();
    }

    /** Returns the process id of its server, or why it was refused. */
    String firstLine() {
        return firstLine;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws SQLException, IOException {
        try {
            EmbeddedPostgres server = ServerFixture.start(Path.of(arguments[0]));
            ServerFixture.keepNote(server, NOTE);
            System.out.println(server.health().pid());
        } catch (PostgresCannotStartException e) {
            System.out.println(e.getMessage());
        }
        // Waits to be killed: nobody ever writes to it.
        int ignored = System.in.read();
    }
}
