package io.tidemark.channel.log;

import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes each message as one line. */
final class LogChannel implements Channel {
    private final LineFormat format;
    private final Lines lines;

    LogChannel(LineFormat format, Lines lines) {
        this.format = format;
        this.lines = lines;
    }

    @Override
    public Delivery deliver(Message message) {
        byte[] line = (format.line(message) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            lines.write(line);
            return Delivery.delivered();
        } catch (FileNotFoundException failure) {
            return Delivery.channelDown(
                    "cannot_open",
                    failure.getMessage() + ". Create its directory, and let the host write to the file.");
        } catch (IOException failure) {
            return Delivery.retryLater("write_failed", lines + ": " + failure.getMessage())
                    .withMaybeDuplicate();
        }
    }

    /** A reader of the log looks for each message. */
    @Override
    public boolean takesDigests() {
        return false;
    }

    /** A file takes them all. */
    @Override
    public int messagesPerMinute() {
        return 600_000;
    }

    @Override
    public void close() {
        // Nothing stays open between two messages.
    }

    @Override
    public String toString() {
        return "LogChannel[%s, %s]".formatted(format, lines);
    }
}
