package io.tidemark.domain.label;

import static io.tidemark.domain.alert.AlertFixture.anOpenAlert;
import static io.tidemark.domain.alert.AlertFixture.evidence;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.operation.Category;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void labels_ofAnOperation_areAllThatIsKnown() {
        assertThat(Labels.of(anOpenAlert(), operation -> Category.COMMIT))
                .hasToString(
                        "category=commit operation=commit severity=WARNING subject=commit type=THRESHOLD_EXCEEDED user=anna");
    }

    @Test
    void labels_ofWhatIsNoOperation_haveNeitherOperationNorCategory() {
        Sighting full =
                new Sighting(new Fingerprint(AlertType.HEALTH, "disk", null), Severity.CRITICAL, evidence(2), NOON);

        Labels labels = Labels.of(Alert.raise(1, full), operation -> Category.OTHER);

        assertThat(labels.text("subject")).isEqualTo("disk");
        assertThat(labels.text("operation")).isEmpty();
        assertThat(labels.text("category")).isEmpty();
    }

    @Test
    void metadata_isOfferedUnderItsKeys() {
        Labels labels = Labels.of(anOpenAlert(), operation -> Category.COMMIT).withMetadata(Map.of("region", "eu"));

        assertThat(labels.text("metadata.region")).isEqualTo("eu");
        assertThat(labels.text("operation")).isEqualTo("commit");
    }
}
