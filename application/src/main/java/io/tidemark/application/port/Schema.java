package io.tidemark.application.port;

/** Says of which version the tables of a storage are. */
@FunctionalInterface
public interface Schema {
    /** Of a storage without tables. */
    Schema NONE = () -> SchemaState.NONE;

    /**
     * How the tables are now. Changes nothing, and needs no preparation of the storage.
     *
     * @throws StorageException when they cannot be looked at
     */
    SchemaState state();
}
