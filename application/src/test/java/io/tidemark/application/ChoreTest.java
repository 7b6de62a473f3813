package io.tidemark.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.StorageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChoreTest {
    private static final String FINE = "";

    private final Logged logged = new Logged(Chore.class);
    private final Deque<String> outcomes = new ArrayDeque<>();
    private boolean closed;

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void chore_saysWhyItFailed() {
        run("connection refused");

        assertThat(logged.warnings())
                .containsExactly(
                        "Roll-ups cannot be folded; it is tried again, and nothing is lost: connection refused");
    }

    @Test
    void chore_saysTheSameReasonOnce() {
        run("connection refused", "connection refused", "connection refused");

        assertThat(logged.warnings()).hasSize(1);
    }

    @Test
    void chore_saysAnotherReason() {
        run("connection refused", "disk full");

        assertThat(logged.warnings()).hasSize(2).last().asString().endsWith("disk full");
    }

    @Test
    void chore_saysTheSameReasonAgain_afterItWentWell() {
        run("connection refused", FINE, "connection refused");

        assertThat(logged.warnings()).hasSize(2);
    }

    @Test
    void chore_isSilent_onceClosed() {
        closed = true;
        run("the pool is closed");

        assertThat(logged.warnings()).isEmpty();
    }

    private void run(String... reasons) {
        outcomes.addAll(List.of(reasons));
        Chore chore = new Chore("Roll-ups cannot be folded", this::failOrNot, () -> closed);
        while (!outcomes.isEmpty()) {
            chore.run();
        }
    }

    private void failOrNot() {
        String outcome = outcomes.remove();
        if (!outcome.equals(FINE)) {
            throw StorageException.passing(outcome, null);
        }
    }
}
