package io.tidemark.application.merge;

/**
 * A part of a merge.
 *
 * @param <T> what it finds out
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface Phase<T, E extends Exception> {
    T run() throws E;
}
