package io.tidemark.adapters.postgres;

import io.tidemark.application.port.DeploymentBook;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.FiledDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps a row for each deployment. */
final class PostgresDeployments implements DeploymentBook {
    private static final Duration KEPT = Duration.ofDays(KEPT_DAYS);

    private final Database database;

    PostgresDeployments(Database database) {
        this.database = database;
    }

    @Override
    public FiledDeployment add(Deployment deployment, Instant at) {
        return database.transact(session -> {
            DeploymentMapper mapper = session.getMapper(DeploymentMapper.class);
            mapper.forget(at.minus(KEPT));
            FiledDeployment added = mapper.add(deployment);
            if (added == null) {
                return mapper.same(deployment);
            }
            session.getMapper(AuditMapper.class).append(added.added(at));
            return added;
        });
    }

    @Override
    public List<FiledDeployment> find(DeploymentSearch search) {
        return database.ask(DeploymentMapper.class, mapper -> mapper.find(search));
    }
}
