package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageContract;
import org.junit.jupiter.api.AfterEach;

class PostgresStorageTest extends StorageContract {
    private static final String DATABASE = "contract";

    @AfterEach
    void dropDatabase() {
        TestDatabase.drop(DATABASE);
    }

    @Override
    protected Storage freshStorage() {
        return TestDatabase.storage(TestDatabase.copy(DATABASE));
    }

    @Override
    protected boolean keepsSingleTimings() {
        return true;
    }
}
