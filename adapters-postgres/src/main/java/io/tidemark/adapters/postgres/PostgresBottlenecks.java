package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.BottleneckMapper.Row;
import io.tidemark.application.port.BottleneckBook;
import io.tidemark.domain.correlation.BottleneckRule;
import java.util.List;
import java.util.Optional;

/** Keeps a row for each rule. */
final class PostgresBottlenecks implements BottleneckBook {
    private final Database database;

    PostgresBottlenecks(Database database) {
        this.database = database;
    }

    @Override
    public List<BottleneckRule> rules() {
        return database.ask(BottleneckMapper.class, BottleneckMapper::all).stream()
                .map(Row::rule)
                .toList();
    }

    @Override
    public BottleneckRule add(BottleneckRule rule) {
        return database.ask(BottleneckMapper.class, mapper -> mapper.add(Row.of(rule)))
                .rule();
    }

    @Override
    public Optional<BottleneckRule> remove(long id) {
        return database.ask(BottleneckMapper.class, mapper -> mapper.remove(id)).map(Row::rule);
    }
}
