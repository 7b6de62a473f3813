package io.tidemark.adapters.postgres;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.BaselineHistory;
import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.timing.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            long id = baselines.activate(baseline, branchId);
            announce(session);
            return new ActiveBaseline(id, baseline);
        });
    }

    @Override
    public List<ActiveBaseline> replace(List<Replacement> replacements) {
        Map<String, Long> branchIds = names.branchIds(branches(replacements));
        // Two who replace the same ones take their locks in the same order.
        List<Replacement> inOrder = replacements.stream()
                .sorted(comparing(one -> one.baseline().scope().toString()))
                .toList();
        return database.transact(session -> {
            List<ActiveBaseline> activated = new ArrayList<>();
            for (Replacement replacement : inOrder) {
                Baseline baseline = replacement.baseline();
                String branch = baseline.scope().branch();
                Long branchId = branch == null ? null : branchIds.get(Text.storable(branch));
                if (makeRoom(replacement, branchId, session)) {
                    long id = session.getMapper(BaselineMapper.class).activate(baseline, branchId);
                    activated.add(new ActiveBaseline(id, baseline));
                }
            }
            if (!activated.isEmpty()) {
                announce(session);
            }
            return activated;
        });
    }

    @Override
    public List<ActiveBaseline> active() {
        return database.ask(BaselineMapper.class, BaselineMapper::active);
    }

    @Override
    public List<BaselineChange> changes(@Nullable String operation, int limit) {
        return database.ask(BaselineMapper.class, mapper -> mapper.changes(operation, limit));
    }

    /** Whoever changes what is active for a scope holds this until all is committed: the SQL function as well. */
    static void lock(Scope scope, SqlSession session) {
        session.getMapper(ServerMapper.class).lock("baseline " + scope);
    }

    static void announce(SqlSession session) {
        session.getMapper(ServerMapper.class).announce(Channel.word(Topic.BASELINES));
    }

    private static boolean makeRoom(Replacement replacement, @Nullable Long branchId, SqlSession session) {
        Scope scope = replacement.baseline().scope();
        lock(scope, session);
        BaselineMapper baselines = session.getMapper(BaselineMapper.class);
        return replacement.present() == null
                ? baselines.isVacant(scope.operation(), branchId)
                : baselines.deactivateOne(replacement.present()) == 1;
    }

    private static Collection<String> branches(List<Replacement> replacements) {
        return replacements.stream()
                .map(one -> one.baseline().scope().branch())
                .filter(Objects::nonNull)
                .map(Text::storable)
                .toList();
    }
}
