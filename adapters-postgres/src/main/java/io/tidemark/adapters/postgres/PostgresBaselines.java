package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.BaselineMapper.Made;
import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.BaselineHistory;
import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.timing.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Keeps all baselines; who activates one for a scope waits for whoever is doing the same. */
final class PostgresBaselines implements BaselineBook, BaselineReader, BaselineHistory {
    private final Database database;
    private final Names names;

    PostgresBaselines(Database database, Names names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public ActiveBaseline activate(Baseline baseline) {
        Long branchId = names.branchId(baseline.scope().branch());
        return database.transact(session -> {
            lock(baseline.scope(), session);
            BaselineMapper baselines = session.getMapper(BaselineMapper.class);
            baselines.deactivate(baseline.scope().operation(), branchId);
            long id = baselines.activate(new BaselineRow(baseline, branchId));
            announce(session);
            return new ActiveBaseline(id, baseline);
        });
    }

    /** So many statements, however many are replaced. */
    @Override
    public List<ActiveBaseline> replace(List<Replacement> replacements) {
        Map<String, Long> branchIds = names.branchIds(branches(replacements));
        return database.transact(session -> {
            lockAll(replacements, session);
            List<Replacement> possible = makeRoom(replacements, branchIds, session);
            if (possible.isEmpty()) {
                return List.of();
            }
            List<BaselineRow> rows = possible.stream()
                    .map(one -> new BaselineRow(one.baseline(), branchId(one.baseline(), branchIds)))
                    .toList();
            List<Made> made = session.getMapper(BaselineMapper.class).activateAll(rows);
            announce(session);
            return rows.stream()
                    .map(row -> new ActiveBaseline(idOf(row, made), row.baseline()))
                    .toList();
        });
    }

    @Override
    public List<ActiveBaseline> active() {
        return database.ask(BaselineMapper.class, BaselineMapper::active);
    }

    @Override
    public List<BaselineChange> changes(@Nullable String operation, long before, int limit) {
        return database.ask(BaselineMapper.class, mapper -> mapper.changes(operation, before, limit));
    }

    /** Whoever changes what is active for a scope holds this until all is committed: the SQL function as well. */
    static void lock(Scope scope, SqlSession session) {
        session.getMapper(ServerMapper.class).lock("baseline " + scope);
    }

    static void announce(SqlSession session) {
        session.getMapper(ServerMapper.class).announce(Channel.word(Topic.BASELINES));
    }

    /** In one order: two who replace the same ones would else wait for each other. */
    private static void lockAll(List<Replacement> replacements, SqlSession session) {
        String[] scopes = replacements.stream()
                .map(one -> "baseline " + one.baseline().scope())
                .sorted()
                .toArray(String[]::new);
        session.getMapper(ServerMapper.class).lockAll(scopes);
    }

    /** Deactivates those that are to be replaced; who did so before has taken their place. */
    private static List<Replacement> makeRoom(
            List<Replacement> replacements, Map<String, Long> branchIds, SqlSession session) {
        BaselineMapper baselines = session.getMapper(BaselineMapper.class);
        Long[] present = replacements.stream()
                .map(Replacement::present)
                .filter(Objects::nonNull)
                .toArray(Long[]::new);
        Set<Long> deactivated = Set.copyOf(baselines.deactivateAll(present));
        return replacements.stream()
                .filter(one -> one.present() == null
                        ? baselines.isVacant(one.baseline().scope().operation(), branchId(one.baseline(), branchIds))
                        : deactivated.contains(one.present()))
                .toList();
    }

    private static long idOf(BaselineRow row, List<Made> made) {
        return made.stream()
                .filter(row::became)
                .map(Made::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the baseline of %s was stored, and is not told of"
                        .formatted(row.baseline().scope())));
    }

    private static @Nullable Long branchId(Baseline baseline, Map<String, Long> branchIds) {
        String branch = baseline.scope().branch();
        return branch == null ? null : branchIds.get(Text.storable(branch));
    }

    private static Collection<String> branches(List<Replacement> replacements) {
        return replacements.stream()
                .map(one -> one.baseline().scope().branch())
                .filter(Objects::nonNull)
                .map(Text::storable)
                .toList();
    }
}
