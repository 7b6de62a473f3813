package io.tidemark.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void of_saysHowMany_andTheTitlesOfTheWorstFirst() {
        Notice digest = Digest.of(
                "digest 1",
                List.of(
                        notice("commit", Severity.WARNING, Notice.Kind.FIRING),
                        notice("merge", Severity.CRITICAL, Notice.Kind.FIRING),
                        notice("branch", Severity.WARNING, Notice.Kind.RESOLVED)),
                NOW);

        assertThat(digest.kind()).isEqualTo(Notice.Kind.DIGEST);
        assertThat(digest.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(digest.content().title()).isEqualTo("3 messages at once: 1 critical, 1 warning, 1 resolved");
        assertThat(digest.content().text()).isEqualTo("critical: merge\nwarning: commit\nresolved: branch");
    }

    @Test
    void of_listsNoMoreTitlesThanAPersonReads() {
        Notice digest = Digest.of(
                "digest 1",
                Collections.nCopies(Digest.MAX_TITLES + 7, notice("x".repeat(500), Severity.INFO, Notice.Kind.FIRING)),
                NOW);

        assertThat(digest.content().text().lines())
                .hasSize(Digest.MAX_TITLES + 1)
                .last()
                .isEqualTo("and 7 more");
        assertThat(digest.content().text()).hasSizeLessThan(10_000);
    }

    private static Notice notice(String title, Severity severity, Notice.Kind kind) {
        return new Notice(
                new Conversation(title, 1L, "DEGRADATION", "commit", null),
                kind,
                severity,
                new Destination("chat", "slack"),
                Content.of(title, "It got slower.", List.of()),
                NOW);
    }
}
