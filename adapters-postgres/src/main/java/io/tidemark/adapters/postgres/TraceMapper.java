package io.tidemark.adapters.postgres;

import io.tidemark.application.port.TraceReader.TraceReport;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

interface TraceMapper {
    void store(@Param("columns") SpanColumns columns);

    void cutCircles(@Param("traceIds") String[] traceIds);

    List<SpanRow> spans(String traceId);

    List<Report> latest(int limit);

    /** Deletes the traces of so many roots; tells how many spans these were. */
    int deleteTraces(@Param("before") Instant before, @Param("roots") int roots);

    /** A trace at a glance. */
    record Report(String traceId, SpanRow root, long spans, long failed) {
        TraceReport toReport() {
            return new TraceReport(root.toSpan(), spans, failed);
        }
    }
}
