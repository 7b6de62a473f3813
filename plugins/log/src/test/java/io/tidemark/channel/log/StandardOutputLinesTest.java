package io.tidemark.channel.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.testkit.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandardOutputLinesTest {
    private final PrintStream original = System.out;
    private final LogChannel channel = new LogChannel(LineFormat.TEXT, new StandardOutputLines());

    @AfterEach
    void giveBack() {
        System.setOut(original);
    }

    @Test
    void deliver_writesToStandardOutput() {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setOut(new PrintStream(seen, false, StandardCharsets.UTF_8));
        channel.deliver(Messages.bare());
        assertThat(seen.toString(StandardCharsets.UTF_8))
                .isEqualTo("2026-11-20T14:03:05Z WARNING FIRING 8431 merge.apply is slow\n");
    }

    @Test
    void deliver_isTriedLaterIfStandardOutputIsClosed() {
        System.setOut(new PrintStream(new ClosedPipe(), false, StandardCharsets.UTF_8));
        assertThat(channel.deliver(Messages.bare()).outcome()).isEqualTo(Outcome.RETRY_LATER);
    }

    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
