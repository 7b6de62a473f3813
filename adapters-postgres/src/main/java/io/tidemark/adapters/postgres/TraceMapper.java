package io.tidemark.adapters.postgres;

import io.tidemark.application.port.TraceReader.TraceReport;
import io.tidemark.application.port.TraceReader.TraceSearch;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

interface TraceMapper {
    void store(@Param("columns") SpanColumns columns);

    void cutCircles(@Param("traceIds") String[] traceIds);

    List<SpanRow> spans(@Param("traceId") String traceId, @Param("limit") int limit);

    /** The trace, or nothing. */
    List<Report> report(String traceId);

    List<Report> latest(int limit);

    List<Report> findLatest(TraceSearch search);

    List<Report> findSlowest(TraceSearch search);

    /** Deletes the traces of so many roots; tells how many spans these were. */
    int deleteTraces(@Param("before") Instant before, @Param("roots") int roots);

    /** A trace at a glance. */
    record Report(String traceId, SpanRow root, long spans, long failed) {
        TraceReport toReport() {
            return new TraceReport(root.toSpan(), spans, failed);
        }
    }
}
