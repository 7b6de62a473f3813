package io.tidemark.domain.operation;

import static io.tidemark.domain.operation.Category.BRANCH;
import static io.tidemark.domain.operation.Category.COMMIT;
import static io.tidemark.domain.operation.Category.HISTORY;
import static io.tidemark.domain.operation.Category.MERGE;
import static io.tidemark.domain.operation.Category.OTHER;
import static io.tidemark.domain.operation.Category.ROLLBACK;
import static io.tidemark.domain.operation.Category.SCHEMA;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    @Test
    void catalogue_knowsThirtyThreeOperationsInSixCategories() {
        Map<Category, Long> sizes = Catalogue.known().stream().collect(groupingBy(OperationType::category, counting()));

        assertThat(sizes)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(BRANCH, 7L, COMMIT, 5L, MERGE, 6L, HISTORY, 6L, ROLLBACK, 4L, SCHEMA, 5L));
    }

    @Test
    void catalogue_namesEachOperationOnce() {
        assertThat(Catalogue.known()).extracting(OperationType::name).doesNotHaveDuplicates();
    }

    @Test
    void catalogue_describesEachOperationInASentenceOfItsOwn() {
        assertThat(Catalogue.known())
                .extracting(OperationType::description)
                .allMatch(sentence -> sentence.matches("[A-Z].{20,}\\."))
                .doesNotHaveDuplicates();
    }

    @Test
    void catalogue_tracksAll() {
        assertThat(Catalogue.known()).allMatch(OperationType::tracked);
    }

    @Test
    void category_saysWhatItsOperationsWaitForTogether() {
        assertThat(COMMIT.bottleneck()).isEqualTo(BRANCH.bottleneck()).isEqualTo(Bottleneck.OBJECT_STORAGE_IO);
        assertThat(MERGE.bottleneck()).isEqualTo(Bottleneck.MERGE_PIPELINE_SATURATION);
        assertThat(HISTORY.bottleneck()).isEqualTo(Bottleneck.QUERY_CACHE_PRESSURE);
        assertThat(ROLLBACK.bottleneck()).isEqualTo(Bottleneck.TRANSACTION_LOG_SATURATION);
        assertThat(OTHER.bottleneck()).isEqualTo(Bottleneck.SHARED_RESOURCE_CONTENTION);
    }

    @Test
    void operation_thatNobodyKnowsIsTracked_inNoParticularCategory() {
        assertThat(OperationType.named("vacuum")).isEqualTo(new OperationType("vacuum", OTHER, "", true));
    }

    @Test
    void description_mustNotBeTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperationType.named("vacuum").describedAs("x".repeat(501)))
                .withMessageContaining("501 characters")
                .withMessageContaining("500");
    }
}
