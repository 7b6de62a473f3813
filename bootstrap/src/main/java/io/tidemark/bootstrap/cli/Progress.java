package io.tidemark.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/** Tells somebody who looks on how far long work has come, in a line that is written again and again. */
final class Progress {
    private static final int BAR = 30;
    private static final int EVERY = 1_000;
    private static final int PERCENT = 100;

    private final PrintWriter out;
    private final boolean shown;
    private String line = "";

    Progress(PrintWriter out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    /**
     * Says how much is done.
     *
     * @param share of the whole, if that is known
     */
    void at(OptionalDouble share, long rows) {
        if (shown && rows % EVERY == 0) {
            write(String.format(Locale.ROOT, "%s%,d rows", bar(share), rows));
        }
    }

    /** Leaves the line empty for what comes. */
    void end() {
        if (!line.isEmpty()) {
            write("");
            out.print('\r');
            out.flush();
        }
    }

    private void write(String text) {
        out.print('\r' + text + " ".repeat(Math.max(0, line.length() - text.length())));
        out.flush();
        line = text;
    }

    private static String bar(OptionalDouble share) {
        if (share.isEmpty()) {
            return "";
        }
        double done = Math.min(1, share.getAsDouble());
        int full = (int) (done * BAR);
        return String.format(
                Locale.ROOT, "[%s%s] %3d %%  ", "#".repeat(full), " ".repeat(BAR - full), (int) (done * PERCENT));
    }
}
