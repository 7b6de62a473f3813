package io.tidemark.adapters.notify.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Why something that looks like a plugin is not on offer.
 *
 * @param kind what is wrong, as a word for logs and metrics
 * @param plugin the name of its folder, or {@code class path}
 * @param type the channel type in question; the folder's name where the type is not known, as that is the custom
 * @param message what is wrong with what, and the remedy
 * @param cause the exception behind it, if there is one
 */
public record PluginProblem(
        Kind kind,
        String plugin,
        String type,
        String message,
        @Nullable Throwable cause) {

    /** What can be wrong. */
    public enum Kind {
        /** The folder of plugins cannot be read. */
        UNREADABLE_ROOT,
        /** A jar lies beside the plugins' folders and not in one of them. */
        LOOSE_JAR,
        /** The folder has no jar. */
        NO_JAR,
        /** A jar cannot be read. */
        BROKEN_JAR,
        /** The plugin was built for another major version of the channel SPI. */
        OTHER_SPI,
        /** No jar of the folder declares a channel factory. */
        NO_PROVIDER,
        /** The declared factory is none, cannot be made, or has no proper type. */
        BAD_PROVIDER,
        /** The plugin did not return from being made within its time. */
        OVERDUE,
        /** Several plugins offer one type. */
        SAME_TYPE
    }

    @Override
    public String toString() {
        return kind + ": " + message;
    }
}
