package io.tidemark.adapters.postgres;

import io.tidemark.domain.operation.OperationType;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

interface OperationMapper {
    /** Adds what is missing, and brings up to date what nobody has changed. */
    void load(@Param("operations") List<OperationType> operations);

    List<OperationType> all();

    /** The operation as it was; nobody else changes it meanwhile. */
    Optional<OperationType> held(String name);

    Optional<OperationType> track(@Param("name") String name, @Param("tracked") boolean tracked);

    Optional<OperationType> describe(@Param("name") String name, @Param("description") String description);
}
