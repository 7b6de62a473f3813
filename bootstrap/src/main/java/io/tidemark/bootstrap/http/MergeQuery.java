package io.tidemark.bootstrap.http;

import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.merge.MergeBottleneck;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergeStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which merges a request is about. */
final class MergeQuery {
    static final Parameter<@Nullable String> SOURCE = Parameter.text("source", "Only merges of this branch.");
    static final Parameter<@Nullable String> TARGET = Parameter.text("target", "Only merges into this branch.");
    static final Parameter<@Nullable MergeStatus> STATUS =
            Parameter.oneOf("status", "Only merges that ended so.", List.of(MergeStatus.values()), Parameter::word);
    static final Parameter<@Nullable MergeBottleneck> BOTTLENECK = Parameter.oneOf(
            "bottleneck",
            "Only merges that lost most of their time there.",
            List.of(MergeBottleneck.values()),
            Parameter::word);

    private MergeQuery() {}

    static MergeFilter filter(Query query) {
        return ProblemException.checked(
                () -> new MergeFilter(query.get(SOURCE), query.get(TARGET), query.get(STATUS), query.get(BOTTLENECK)));
    }
}
