package io.tidemark.adapters.postgres;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.MergeLog;
import io.tidemark.application.port.MergeReader;
import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeBatch;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** Keeps a row for each merge, in one transaction with its timings. */
final class PostgresMerges implements MergeLog, MergeReader {
    private final Database database;
    private final Names names;
    private final PostgresTimingLog timings;

    PostgresMerges(Database database, Names names, PostgresTimingLog timings) {
        this.database = database;
        this.names = names;
        this.timings = timings;
    }

    @Override
    public void append(MergeBatch batch) {
        Map<String, Long> branchIds = names.branchIds(batch.merges().stream()
                .map(Merge::branches)
                .flatMap(branches -> Stream.of(branches.source(), branches.target()))
                .map(Text::storable)
                .toList());
        timings.append(batch.timings(), session -> store(batch.merges(), branchIds, session));
    }

    @Override
    public List<Merge> latest(int limit) {
        return database.ask(MergeMapper.class, mapper -> mapper.latest(limit)).stream()
                .map(MergeMapper.Row::merge)
                .toList();
    }

    @Override
    public List<FiledMerge> find(MergeSearch search) {
        return database.ask(MergeMapper.class, mapper -> mapper.find(search)).stream()
                .map(MergeMapper.Row::toFiled)
                .toList();
    }

    private static void store(List<Merge> merges, Map<String, Long> branchIds, SqlSession session) {
        MergeMapper mapper = session.getMapper(MergeMapper.class);
        for (Merge merge : merges) {
            Branches branches = merge.branches();
            mapper.store(
                    merge,
                    requireNonNull(branchIds.get(Text.storable(branches.source()))),
                    requireNonNull(branchIds.get(Text.storable(branches.target()))));
        }
    }
}
