package io.tidemark.application.alert;

import io.tidemark.application.port.OperationReader;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.operation.Category;
import io.tidemark.domain.operation.OperationType;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells what routes can go by, with the categories of operations at hand in memory. */
public final class AlertLabels implements Function<Alert, Labels> {
    private final OperationReader operations;
    private volatile Map<String, Category> categories = Map.of();

    public AlertLabels(OperationReader operations) {
        this.operations = operations;
    }

    /** Reads the operations anew. */
    public void refresh() {
        categories = operations.all().stream()
                .collect(Collectors.toUnmodifiableMap(OperationType::name, OperationType::category));
    }

    @Override
    public Labels apply(Alert alert) {
        return Labels.of(alert, operation -> categories.getOrDefault(operation, Category.OTHER))
                .withMetadata(alert.evidence().metadata());
    }
}
