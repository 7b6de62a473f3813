package io.tidemark.adapters.postgres;

import io.tidemark.application.port.OperationBook;
import io.tidemark.application.port.OperationReader;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.operation.OperationType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps a row for each operation. */
final class PostgresOperations implements OperationReader, OperationBook {
    private final Database database;

    PostgresOperations(Database database) {
        this.database = database;
    }

    @Override
    public List<OperationType> all() {
        return database.ask(OperationMapper.class, OperationMapper::all);
    }

    @Override
    public Optional<OperationType> track(String operation, boolean tracked) {
        return change(mapper -> mapper.track(operation, tracked));
    }

    @Override
    public Optional<OperationType> describe(String operation, String description) {
        OperationType checked = OperationType.named(operation).describedAs(description);
        return change(mapper -> mapper.describe(checked.name(), checked.description()));
    }

    private Optional<OperationType> change(Function<OperationMapper, Optional<OperationType>> change) {
        return database.transact(session -> {
            Optional<OperationType> after = change.apply(session.getMapper(OperationMapper.class));
            after.ifPresent(any -> session.getMapper(ServerMapper.class).announce(Channel.word(Topic.BASELINES)));
            return after;
        });
    }
}
