package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.domain.anomaly.Cutoffs;
import io.tidemark.domain.anomaly.Kind;
import io.tidemark.domain.anomaly.OperationRule;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link DetectionRuleBook}. */
public abstract class DetectionRuleBookContract extends PortContract {
    private static final OperationRule COMMIT =
            new OperationRule("commit", new Cutoffs(3.5, 6.25), Set.of(Kind.SINGLE_SPIKE, Kind.SUSTAINED_DEGRADATION));
    private static final OperationRule MERGE = new OperationRule("Merge", Cutoffs.DEFAULT, Set.of());

    @Test
    void rules_areNoneWhenNoneWereSet() {
        assertThat(storage.detectionRules().rules()).isEmpty();
    }

    @Test
    void rules_areByOperation() {
        storage.detectionRules().set(COMMIT, ADA);
        storage.detectionRules().set(MERGE, ADA);

        assertThat(storage.detectionRules().rules()).containsExactly(MERGE, COMMIT);
    }

    @Test
    void set_takesThePlaceOfTheRuleBefore() {
        OperationRule later = new OperationRule("commit", new Cutoffs(4, 5), Set.of(Kind.MILD_DEGRADATION));
        storage.detectionRules().set(COMMIT, ADA);
        storage.detectionRules().set(later, ADA);

        assertThat(storage.detectionRules().rules()).containsExactly(later);
    }

    @Test
    void reset_takesTheRuleAway() {
        storage.detectionRules().set(COMMIT, ADA);
        storage.detectionRules().set(MERGE, ADA);

        assertThat(storage.detectionRules().reset("commit", ADA)).isTrue();
        assertThat(storage.detectionRules().rules()).containsExactly(MERGE);
    }

    @Test
    void reset_saysWhenThereIsNone() {
        assertThat(storage.detectionRules().reset("commit", ADA)).isFalse();
    }

    @Test
    void changes_areAudited_withWhatWasBefore() {
        OperationRule later = new OperationRule("commit", new Cutoffs(4, 5), Set.of());
        storage.detectionRules().set(COMMIT, ADA);
        storage.detectionRules().set(later, ADA);
        storage.detectionRules().reset("commit", ADA);
        storage.detectionRules().reset("commit", ADA);

        assertThat(storage.auditReader().latest(Which.ALL, 10))
                .containsExactly(
                        later.removed("ada", ADA.at()),
                        new AuditEntry(
                                ADA.at(),
                                "ada",
                                new Deed(Verb.CHANGED, "detection-rule", "commit"),
                                "warning from 3.5, critical from 6.25, alerts on single_spike, sustained_degradation",
                                "warning from 4.0, critical from 5.0"),
                        COMMIT.set(null, "ada", ADA.at()));
    }
}
