package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link AuditLog} and {@link AuditReader}. */
public abstract class AuditLogContract extends PortContract {
    private static final AuditEntry ADDED =
            new AuditEntry(minute(3), "ada", new Deed(Verb.ADDED, "route", "night/shift"), null, "CRITICAL to on-call");
    private static final AuditEntry CHANGED = new AuditEntry(
            minute(2),
            "bob",
            new Deed(Verb.CHANGED, "route", "night/shift"),
            "CRITICAL to on-call",
            "to\nnobody 'at' all");
    private static final AuditEntry REMOVED =
            new AuditEntry(minute(4), "ada", new Deed(Verb.REMOVED, "silence", "7"), "until noon", null);

    @Test
    void latest_isEmptyWithoutEntries() {
        assertThat(latest(Which.ALL)).isEmpty();
    }

    @Test
    void latest_beginsWithTheOneTakenDownLast_whateverItsTime() {
        append(ADDED, CHANGED, REMOVED);

        assertThat(latest(Which.ALL)).containsExactly(REMOVED, CHANGED, ADDED);
    }

    @Test
    void append_ofTheSameTwice_isTwo() {
        append(ADDED, ADDED);

        assertThat(latest(Which.ALL)).containsExactly(ADDED, ADDED);
    }

    @Test
    void latest_isAsShortAsWasAskedFor() {
        append(ADDED, CHANGED, REMOVED);

        assertThat(storage.auditReader().latest(Which.ALL, 2)).containsExactly(REMOVED, CHANGED);
    }

    @Test
    void latest_isAboutOneKind() {
        append(ADDED, CHANGED, REMOVED);

        assertThat(latest(new Which("route", null, null))).containsExactly(CHANGED, ADDED);
    }

    @Test
    void latest_isAboutOneName() {
        append(ADDED, CHANGED, REMOVED);

        assertThat(latest(new Which(null, "7", null))).containsExactly(REMOVED);
    }

    @Test
    void latest_isAboutOnePerson() {
        append(ADDED, CHANGED, REMOVED);

        assertThat(latest(new Which(null, null, "ada"))).containsExactly(REMOVED, ADDED);
    }

    @Test
    void latest_fitsAllThatWasAsked() {
        append(ADDED, CHANGED, REMOVED);

        assertThat(latest(new Which("route", "night/shift", "ada"))).containsExactly(ADDED);
    }

    @Test
    void entries_goOnFromANumber_thoughOthersAreAddedMeanwhile() {
        append(ADDED, CHANGED, REMOVED);
        long first = storage.auditReader()
                .entries(Which.ALL, Numbered.BEYOND, 1)
                .get(0)
                .number();
        append(ADDED);

        assertThat(storage.auditReader().entries(Which.ALL, first, 10))
                .extracting(Numbered::value)
                .containsExactly(CHANGED, ADDED);
        assertThat(storage.auditReader().entries(new Which("silence", null, null), first, 10))
                .isEmpty();
    }

    private void append(AuditEntry... entries) {
        List.of(entries).forEach(storage.audit()::append);
    }

    private List<AuditEntry> latest(Which which) {
        return storage.auditReader().latest(which, 100);
    }
}
