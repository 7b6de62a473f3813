package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.DetectionMapper.RuleRow;
import io.tidemark.application.port.DetectionRuleBook;
import io.tidemark.application.port.ExpectationBook;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.anomaly.OperationRule;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.timing.TimeRange;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

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
    public void set(OperationRule rule, Signature by) {
        database.transact(session -> {
            DetectionMapper mapper = session.getMapper(DetectionMapper.class);
            RuleRow before = mapper.held(rule.operation());
            mapper.set(RuleRow.of(rule));
            append(session, rule.set(before == null ? null : before.rule(), by.by(), by.at()));
            return true;
        });
    }

    @Override
    public boolean reset(String operation, Signature by) {
        return database.transact(session -> {
            DetectionMapper mapper = session.getMapper(DetectionMapper.class);
            RuleRow before = mapper.held(operation);
            if (before == null) {
                return false;
            }
            append(session, before.rule().removed(by.by(), by.at()));
            return mapper.reset(operation);
        });
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

    private static void append(SqlSession session, AuditEntry entry) {
        session.getMapper(AuditMapper.class).append(entry);
    }
}
