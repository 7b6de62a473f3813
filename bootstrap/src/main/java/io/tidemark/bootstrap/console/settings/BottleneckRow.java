package io.tidemark.bootstrap.console.settings;

import io.tidemark.domain.correlation.BottleneckRule;
import io.tidemark.domain.correlation.BottleneckRule.Extent;
import io.tidemark.domain.operation.Category;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule that says what operations share when they get slow together.
 *
 * @param id its number, or null when it came with the product
 * @param fits which operations, in words
 */
record BottleneckRow(@Nullable Long id, String fits, String bottleneck, String recommendation) {
    static BottleneckRow of(BottleneckRule rule) {
        String which = Stream.concat(
                        rule.categories().stream().sorted().map(Category::word), rule.operations().stream())
                .collect(Collectors.joining(", "));
        String fits = which.isEmpty()
                ? "everything"
                : (rule.extent() == Extent.ALL ? "all of them: " : "any of them: ") + which;
        return new BottleneckRow(
                rule.id(), fits, rule.advice().bottleneck(), rule.advice().recommendation());
    }
}
