package io.tidemark.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.correlation.BottleneckRule.Extent;
import io.tidemark.domain.operation.Catalogue;
import io.tidemark.domain.operation.Category;
import io.tidemark.domain.operation.OperationType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BottleneckTableTest {
    private static final BottleneckTable BUILT_IN = BottleneckTable.with(List.of());

    /** The table of the specification, row by row. */
    @ParameterizedTest
    @CsvSource({
        "merge_branches, merge_base_find, MERGE_PIPELINE_SATURATION",
        "commit, commit_amend, OBJECT_STORAGE_IO",
        "commit, branch_create, OBJECT_STORAGE_IO",
        "branch_list, branch_create, OBJECT_STORAGE_IO",
        "get_history, blame_object, QUERY_CACHE_PRESSURE",
        "rollback_commit, rollback_cascade, TRANSACTION_LOG_SATURATION",
        "commit, rollback_commit, TRANSACTION_LOG_SATURATION",
        "merge_branches, commit, SHARED_RESOURCE_CONTENTION",
        "schema_migrate, ddl_capture, SHARED_RESOURCE_CONTENTION",
        "vacuum, import, SHARED_RESOURCE_CONTENTION"
    })
    void advise_saysWhatTwoOperationsShare(String one, String other, String bottleneck) {
        assertThat(BUILT_IN.advise(List.of(type(one), type(other))).bottleneck())
                .isEqualTo(bottleneck);
    }

    @Test
    void advise_saysWhatAGroupShares() {
        assertThat(BUILT_IN.advise(List.of(type("commit"), type("commit_diff"), type("branch_list")))
                        .bottleneck())
                .isEqualTo("OBJECT_STORAGE_IO");
    }

    @Test
    void advise_triesUsersRowsFirst() {
        BottleneckTable table =
                BottleneckTable.with(List.of(rule(Extent.ALL, Set.of(Category.MERGE), List.of(), "CPU")));

        assertThat(table.advise(List.of(type("merge_branches"), type("merge_abort")))
                        .bottleneck())
                .isEqualTo("CPU");
        assertThat(table.advise(List.of(type("commit"), type("merge_abort"))).bottleneck())
                .isEqualTo("SHARED_RESOURCE_CONTENTION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import_*", "*_rows", "import_rows", "im*_ro*", "*"})
    void advise_findsOperationsByTheirNames(String name) {
        BottleneckTable table = BottleneckTable.with(List.of(rule(Extent.ANY, Set.of(), List.of(name), "STAGING")));

        assertThat(table.advise(List.of(type("commit"), type("import_rows"))).bottleneck())
                .isEqualTo("STAGING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "import.rows", "rows", "import_rows_*", "IMPORT_ROWS"})
    void advise_takesNamesLiterally(String name) {
        BottleneckTable table = BottleneckTable.with(List.of(rule(Extent.ANY, Set.of(), List.of(name), "STAGING")));

        assertThat(table.advise(List.of(type("commit"), type("import_rows"))).bottleneck())
                .isEqualTo("SHARED_RESOURCE_CONTENTION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "disk", "DISK-IO", "1DISK"})
    void advice_refusesABottleneckThatIsNoWordInCapitals(String bottleneck) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Advice(bottleneck, "Look at it."))
                .withMessageContaining("such as OBJECT_STORAGE_IO");
    }

    private static BottleneckRule rule(
            Extent extent, Set<Category> categories, List<String> operations, String bottleneck) {
        return new BottleneckRule(1L, extent, categories, operations, new Advice(bottleneck, "Look at it."));
    }

    private static OperationType type(String name) {
        return Catalogue.known().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseGet(() -> OperationType.named(name));
    }
}
