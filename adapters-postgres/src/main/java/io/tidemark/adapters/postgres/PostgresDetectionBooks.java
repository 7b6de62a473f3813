package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.DetectionMapper.RuleRow;
import io.tidemark.application.port.DetectionRuleBook;
import io.tidemark.application.port.ExpectationBook;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.anomaly.OperationRule;
import io.tidemark.domain.timing.TimeRange;
import java.util.List;

/** Keeps a row for each rule, and for each thing to expect. */
final class PostgresDetectionBooks implements DetectionRuleBook, ExpectationBook {
    private final Database database;

    PostgresDetectionBooks(Database database) {
        this.database = database;
    }

    @Override
    public List<OperationRule> rules() {
        return database.ask(DetectionMapper.class, DetectionMapper::rules).stream()
                .map(RuleRow::rule)
                .toList();
    }

    @Override
    public void set(OperationRule rule) {
        database.tell(DetectionMapper.class, mapper -> mapper.set(RuleRow.of(rule)));
    }

    @Override
    public boolean reset(String operation) {
        return database.ask(DetectionMapper.class, mapper -> mapper.reset(operation));
    }

    @Override
    public Numbered expect(ExpectedDeviation deviation) {
        return database.ask(DetectionMapper.class, mapper -> mapper.expect(deviation));
    }

    @Override
    public List<Numbered> during(TimeRange range) {
        return database.ask(DetectionMapper.class, mapper -> mapper.during(range));
    }

    @Override
    public boolean forget(long id) {
        return database.ask(DetectionMapper.class, mapper -> mapper.forget(id));
    }
}
