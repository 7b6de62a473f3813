package io.tidemark.bootstrap.console.settings;

import io.tidemark.domain.operation.OperationType;

/**
 * What is said about an operation.
 *
 * @param tracked whether it may raise alerts
 */
record OperationRow(String name, String category, String description, boolean tracked) {
    static OperationRow of(OperationType operation) {
        return new OperationRow(
                operation.name(), operation.category().word(), operation.description(), operation.tracked());
    }
}
