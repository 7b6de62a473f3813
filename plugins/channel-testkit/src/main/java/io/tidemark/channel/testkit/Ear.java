package io.tidemark.channel.testkit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Listens for a word on standard output, standard error and in {@code java.util.logging}, where the loggers of most
 * libraries end up in tests.
 */
final class Ear implements AutoCloseable {
    private final String word;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Handler log = new LogHandler();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    /** Would trace each call of the kit's own sender. */
    private final Logger jdk = Logger.getLogger("jdk");

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Ear(String word) {
        this.word = word;
    }

    void open() {
        System.setOut(copying(out));
        System.setErr(copying(err));
        root.setLevel(Level.ALL);
        jdk.setLevel(Level.INFO);
        root.addHandler(log);
    }

    @Override
    public void close() {
        root.removeHandler(log);
        root.setLevel(level);
        jdk.setLevel(null);
        System.setOut(out);
        System.setErr(err);
        listenTo("standard output or error", printed.toString(StandardCharsets.UTF_8));
    }

    /** Where the word was heard, without repeating it. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void listenTo(String source, String text) {
        if (text.contains(word)) {
            heard.add(source);
        }
    }

    private PrintStream copying(PrintStream original) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int octet) {
                        original.write(octet);
                        printed.write(octet);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        original.write(bytes, offset, length);
                        printed.write(bytes, offset, length);
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    private final class LogHandler extends Handler {
        @Override
        public void publish(LogRecord entry) {
            StringWriter trace = new StringWriter();
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(trace));
            }
            listenTo("logger " + entry.getLoggerName(), new SimpleFormatter().formatMessage(entry) + trace);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
