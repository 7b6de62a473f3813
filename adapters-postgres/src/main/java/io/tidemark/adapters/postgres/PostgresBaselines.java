package io.tidemark.adapters.postgres;

import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Keeps all baselines; who activates one for a scope waits for whoever is doing the same. */
final class PostgresBaselines implements BaselineBook, BaselineReader {
    private final Database database;
    private final Names names;

    PostgresBaselines(Database database, Names names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public ActiveBaseline activate(Baseline baseline) {
        Long branchId = branchId(baseline.scope().branch());
        return database.transact(session -> activate(baseline, branchId, session));
    }

    @Override
    public List<ActiveBaseline> active() {
        return database.ask(BaselineMapper.class, BaselineMapper::active);
    }

    private static ActiveBaseline activate(Baseline baseline, @Nullable Long branchId, SqlSession session) {
        ServerMapper server = session.getMapper(ServerMapper.class);
        BaselineMapper baselines = session.getMapper(BaselineMapper.class);
        server.lock("baseline " + baseline.scope());
        baselines.deactivate(baseline.scope().operation(), branchId);
        long id = baselines.activate(baseline, branchId);
        server.announce(Channel.word(Topic.BASELINES));
        return new ActiveBaseline(id, baseline);
    }

    private @Nullable Long branchId(@Nullable String branch) {
        if (branch == null) {
            return null;
        }
        String name = Text.storable(branch);
        return names.branchIds(List.of(name)).get(name);
    }
}
