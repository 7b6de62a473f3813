package io.tidemark.domain.operation;

/** What operations of a category wait for when they get slow together. */
public enum Bottleneck {
    /** Too few workers for merges, or too dear a detection of conflicts. */
    MERGE_PIPELINE_SATURATION,
    /** The disk under what is stored. */
    OBJECT_STORAGE_IO,
    /** Too little memory for what is read again and again. */
    QUERY_CACHE_PRESSURE,
    /** The flushing of the write-ahead log. */
    TRANSACTION_LOG_SATURATION,
    /** Something that everybody shares, locks first of all. */
    SHARED_RESOURCE_CONTENTION
}
