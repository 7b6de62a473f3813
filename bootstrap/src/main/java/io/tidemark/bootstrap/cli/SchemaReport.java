package io.tidemark.bootstrap.cli;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.SchemaState;

/**
 * How the tables of a database were found and left.
 *
 * @param database what it is, for people; without secrets
 */
public record SchemaReport(String database, SchemaState before, SchemaState after) {
    public SchemaReport {
        requireNonNull(database, "database");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }
}
