package io.tidemark.bootstrap.postgres;

/** What becomes of an interrupt while the server is waited for: the thread stays interrupted, and the waiting ends. */
final class Interruption {
    private Interruption() {}

    static PostgresCannotStartException of(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new PostgresCannotStartException(
                "The wait for the embedded PostgreSQL was interrupted; the next start goes on from here.", cause);
    }
}
