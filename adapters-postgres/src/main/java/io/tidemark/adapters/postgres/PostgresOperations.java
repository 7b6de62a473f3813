package io.tidemark.adapters.postgres;

import io.tidemark.application.port.JobState.Signature;
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
    public Optional<OperationType> track(String operation, boolean tracked, Signature by) {
        return change(operation, by, mapper -> mapper.track(operation, tracked));
    }

    @Override
    public Optional<OperationType> describe(String operation, String description, Signature by) {
        OperationType checked = OperationType.named(operation).describedAs(description);
        return change(operation, by, mapper -> mapper.describe(checked.name(), checked.description()));
    }

    private Optional<OperationType> change(
            String operation, Signature by, Function<OperationMapper, Optional<OperationType>> change) {
        return database.transact(session -> {
            OperationMapper mapper = session.getMapper(OperationMapper.class);
            Optional<OperationType> before = mapper.held(operation);
            Optional<OperationType> after = change.apply(mapper);
            after.ifPresent(any -> session.getMapper(ServerMapper.class).announce(Channel.word(Topic.BASELINES)));
            before.flatMap(known -> after.flatMap(changed -> changed.changed(known, by.by(), by.at())))
                    .ifPresent(entry -> session.getMapper(AuditMapper.class).append(entry));
            return after;
        });
    }
}
