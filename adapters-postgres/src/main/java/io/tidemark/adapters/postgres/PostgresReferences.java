package io.tidemark.adapters.postgres;

import io.tidemark.application.port.ReferenceBook;
import io.tidemark.domain.baseline.Reference;
import java.util.List;

/** Keeps which baselines are pinned; the baselines themselves are kept anyway. */
final class PostgresReferences implements ReferenceBook {
    private final Database database;

    PostgresReferences(Database database) {
        this.database = database;
    }

    @Override
    public void pin(List<Reference> references) {
        database.transact(session -> {
            ReferenceMapper mapper = session.getMapper(ReferenceMapper.class);
            references.forEach(mapper::pin);
            return references.size();
        });
    }

    @Override
    public int unpin(String name) {
        return database.ask(ReferenceMapper.class, mapper -> mapper.unpin(name));
    }

    @Override
    public List<Reference> all() {
        return database.ask(ReferenceMapper.class, ReferenceMapper::all).stream()
                .map(ReferenceRow::toReference)
                .toList();
    }
}
