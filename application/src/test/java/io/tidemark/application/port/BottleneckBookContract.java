package io.tidemark.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.correlation.Advice;
import io.tidemark.domain.correlation.BottleneckRule;
import io.tidemark.domain.correlation.BottleneckRule.Extent;
import io.tidemark.domain.operation.Category;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link BottleneckBook}. */
public abstract class BottleneckBookContract extends PortContract {
    private static final BottleneckRule IMPORTS = new BottleneckRule(
            null,
            Extent.ANY,
            Set.of(Category.COMMIT, Category.OTHER),
            List.of("import_*", "it's \"one\", {two}"),
            new Advice("STAGING_TABLES", "Look at the staging tables."));

    @Test
    void rules_isEmptyUntilSomebodyAddsOne() {
        assertThat(storage.bottlenecks().rules()).isEmpty();
    }

    @Test
    void add_keepsTheRowAndNumbersIt() {
        BottleneckRule added = storage.bottlenecks().add(IMPORTS);

        assertThat(added).isEqualTo(IMPORTS.numbered(numberOf(added)));
        assertThat(storage.bottlenecks().rules()).containsExactly(added);
    }

    @Test
    void rules_hasTheLatestFirst() {
        BottleneckRule first = storage.bottlenecks().add(IMPORTS);
        BottleneckRule second = storage.bottlenecks().add(all());

        assertThat(storage.bottlenecks().rules()).containsExactly(second, first);
    }

    @Test
    void remove_takesTheRowAway() {
        BottleneckRule added = storage.bottlenecks().add(IMPORTS);
        BottleneckRule other = storage.bottlenecks().add(all());

        assertThat(storage.bottlenecks().remove(numberOf(added))).contains(added);
        assertThat(storage.bottlenecks().rules()).containsExactly(other);
    }

    @Test
    void remove_isEmptyWithoutSuchARow() {
        assertThat(storage.bottlenecks().remove(42)).isEmpty();
    }

    @Test
    void add_neverGivesANumberTwice() {
        long first = numberOf(storage.bottlenecks().add(IMPORTS));
        storage.bottlenecks().remove(first);

        assertThat(numberOf(storage.bottlenecks().add(IMPORTS))).isNotEqualTo(first);
    }

    private static BottleneckRule all() {
        return new BottleneckRule(null, Extent.ALL, Set.of(), List.of(), new Advice("NETWORK", "Look at the network."));
    }

    private static long numberOf(BottleneckRule rule) {
        Long id = rule.id();
        assertThat(id).isNotNull();
        return id == null ? 0 : id;
    }
}
