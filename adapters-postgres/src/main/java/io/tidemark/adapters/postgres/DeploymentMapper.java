package io.tidemark.adapters.postgres;

import io.tidemark.application.port.DeploymentBook.DeploymentSearch;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.FiledDeployment;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What was brought into use. */
interface DeploymentMapper {
    /** Forgets those that were before. */
    int forget(Instant before);

    /** The deployment with its number, or null when it is there already. */
    @Nullable
    FiledDeployment add(@Param("deployment") Deployment deployment);

    FiledDeployment same(@Param("deployment") Deployment deployment);

    List<FiledDeployment> find(DeploymentSearch search);
}
