package io.tidemark.adapters.postgres;

import io.tidemark.application.port.TraceLog;
import io.tidemark.application.port.TraceReader;
import io.tidemark.domain.trace.Arrivals;
import io.tidemark.domain.trace.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** Keeps a row for each span. */
final class PostgresTraces implements TraceLog, TraceReader {
    private final Database database;

    PostgresTraces(Database database) {
        this.database = database;
    }

    @Override
    public void append(List<Span> spans) {
        if (!spans.isEmpty()) {
            SpanColumns columns = new SpanColumns(Arrivals.of(spans).spans());
            database.transact(session -> append(columns, session));
        }
    }

    @Override
    public List<Span> spans(String traceId, int limit) {
        return database.ask(TraceMapper.class, mapper -> mapper.spans(traceId, limit)).stream()
                .map(SpanRow::toSpan)
                .toList();
    }

    @Override
    public Optional<TraceReport> report(String traceId) {
        return reports(mapper -> mapper.report(traceId)).stream().findFirst();
    }

    @Override
    public List<TraceReport> latest(int limit) {
        return reports(mapper -> mapper.latest(limit));
    }

    @Override
    public List<TraceReport> find(TraceSearch search) {
        return reports(
                mapper -> search.order() == Order.LATEST ? mapper.findLatest(search) : mapper.findSlowest(search));
    }

    private List<TraceReport> reports(Function<TraceMapper, List<TraceMapper.Report>> question) {
        return database.ask(TraceMapper.class, question).stream()
                .map(TraceMapper.Report::toReport)
                .toList();
    }

    private static boolean append(SpanColumns columns, SqlSession session) {
        TraceMapper mapper = session.getMapper(TraceMapper.class);
        mapper.store(columns);
        mapper.cutCircles(Stream.of(columns.traceIds()).distinct().toArray(String[]::new));
        return true;
    }
}
