package io.tidemark.application.port;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of all ports have in common: a storage that one test has for itself. */
public abstract class PortContract {
    protected Storage storage;

    /** A storage that holds nothing and that nobody else uses. The tests prepare and close it. */
    protected abstract Storage freshStorage();

    @BeforeEach
    final void prepareFreshStorage() {
        storage = freshStorage();
        storage.prepare();
    }

    @AfterEach
    final void closeStorage() {
        storage.close();
    }
}
