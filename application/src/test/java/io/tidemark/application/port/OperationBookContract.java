package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.ADA;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.timing;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.operation.Catalogue;
import io.tidemark.domain.operation.OperationType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contracts of {@link OperationBook} and {@link OperationReader}. */
public abstract class OperationBookContract extends PortContract {
    @Test
    void all_isTheCatalogueByName_whileNothingElseWasTimed() {
        storage.timings().append(List.of(timing("commit", 500, RECENTLY)));

        assertThat(storage.operationReader().all())
                .isEqualTo(Catalogue.known().stream()
                        .sorted(comparing(OperationType::name))
                        .toList());
    }

    @Test
    void all_hasWhatWasTimedWithoutBeingKnown() {
        storage.timings().append(List.of(timing("vacuum", 500, RECENTLY)));

        assertThat(storage.operationReader().all()).hasSize(34).contains(OperationType.named("vacuum"));
    }

    @Test
    void track_changesThatAlone() {
        OperationType before = operation("commit");

        assertThat(storage.operations().track("commit", false, ADA)).contains(before.tracked(false));

        assertThat(operation("commit")).isEqualTo(before.tracked(false));
        assertThat(storage.operationReader().all())
                .filteredOn(operation -> !operation.tracked())
                .hasSize(1);
    }

    @Test
    void describe_changesThatAlone() {
        storage.timings().append(List.of(timing("vacuum", 500, RECENTLY)));
        storage.operations().track("vacuum", false, ADA);

        assertThat(storage.operations().describe("vacuum", "Tidies up.", ADA))
                .contains(
                        OperationType.named("vacuum").describedAs("Tidies up.").tracked(false));

        assertThat(operation("vacuum").description()).isEqualTo("Tidies up.");
    }

    @Test
    void track_ofAnOperationThatNobodyKnows_changesNothing() {
        assertThat(storage.operations().track("vacuum", false, ADA)).isEmpty();
        assertThat(storage.operations().describe("vacuum", "Tidies up.", ADA)).isEmpty();
        assertThat(storage.operationReader().all()).hasSize(33);
    }

    @Test
    void describe_refusesWhatIsTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.operations().describe("commit", "x".repeat(501), ADA));

        assertThat(operation("commit").description()).hasSizeLessThan(501);
    }

    @Test
    void changes_outlastAnotherPreparation() {
        storage.operations().track("commit", false, ADA);
        storage.operations().describe("merge_abort", "Ours.", ADA);

        storage.prepare();

        assertThat(operation("commit").tracked()).isFalse();
        assertThat(operation("merge_abort").description()).isEqualTo("Ours.");
    }

    @Test
    void track_announcesBaselines() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.BASELINES, calls);

        storage.operations().track("commit", false, ADA);

        calls.awaitOne();
    }

    @Test
    void changes_areAudited_withWhatWasBefore() {
        storage.operations().describe("commit", "Keeps.", ADA);
        storage.operations().track("commit", false, ADA);

        Deed deed = new Deed(Verb.CHANGED, "operation", "commit");
        assertThat(storage.auditReader().latest(Which.ALL, 1))
                .containsExactly(new AuditEntry(ADA.at(), "ada", deed, "tracked: Keeps.", "not tracked: Keeps."));
    }

    @Test
    void whatIsAsItWas_isNotAudited() {
        storage.operations().track("commit", true, ADA);
        storage.operations().track("vacuum", true, ADA);

        assertThat(storage.auditReader().latest(Which.ALL, 1)).isEmpty();
    }

    private OperationType operation(String name) {
        return storage.operationReader().all().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
