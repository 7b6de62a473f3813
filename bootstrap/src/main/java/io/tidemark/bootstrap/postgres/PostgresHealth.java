package io.tidemark.bootstrap.postgres;

/**
 * How the embedded server is at one moment.
 *
 * @param running whether its process lives
 * @param pid the id of its process, also after it ended
 * @param port the port on 127.0.0.1
 * @param version the version that it told, such as {@code 18.6}
 */
public record PostgresHealth(boolean running, long pid, int port, String version) {}
