package io.tidemark.adapters.postgres;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;

/** One way to write rows, measured round by round. */
final class Contender {
    private final String name;
    private final int rows;
    private final Work work;
    private final Figures rates;
    private final Figures serverMicros;

    /** What is measured. */
    interface Work {
        void run() throws SQLException;
    }

    Contender(String name, int rows, int rounds, Work work) {
        this.name = name;
        this.rows = rows;
        this.work = work;
        this.rates = new Figures(rounds);
        this.serverMicros = new Figures(rounds);
    }

    void warmUp() throws SQLException {
        work.run();
    }

    void measure(ProcessorTime server) throws SQLException {
        Duration busyBefore = server.now();
        long start = System.nanoTime();
        work.run();
        rates.add(rows * 1e9 / (System.nanoTime() - start));
        serverMicros.add(server.now().minus(busyBefore).toNanos() / 1e3 / rows);
    }

    void print(PrintStream out, Contender rival) {
        out.printf(
                "  %-42s %-36s ratio to copy %s; server time %s µs a row%n",
                name,
                rates.spread("%,.0f"),
                rates.against(rival.rates).spread("%.3f"),
                serverMicros.spread("%.1f"));
    }
}
