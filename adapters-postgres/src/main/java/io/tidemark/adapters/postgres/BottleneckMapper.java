package io.tidemark.adapters.postgres;

import io.tidemark.domain.correlation.Advice;
import io.tidemark.domain.correlation.BottleneckRule;
import io.tidemark.domain.correlation.BottleneckRule.Extent;
import io.tidemark.domain.operation.Category;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface BottleneckMapper {
    List<Row> all();

    Row add(@Param("row") Row row);

    Optional<Row> remove(@Param("id") long id);

    /** A rule, with its enums in words. */
    record Row(@Nullable Long id, Extent extent, List<String> categories, List<String> operations, Advice advice) {
        static Row of(BottleneckRule rule) {
            List<String> categories =
                    rule.categories().stream().sorted().map(Category::word).toList();
            return new Row(rule.id(), rule.extent(), categories, rule.operations(), rule.advice());
        }

        BottleneckRule rule() {
            return new BottleneckRule(
                    id, extent, categories.stream().map(Category::of).collect(Collectors.toSet()), operations, advice);
        }
    }
}
