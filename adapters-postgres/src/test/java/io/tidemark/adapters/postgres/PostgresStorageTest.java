package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageContract;

class PostgresStorageTest extends StorageContract {
    @Override
    protected Storage freshStorage() {
        return TestDatabase.storage(TestDatabase.freshSchema());
    }

    @Override
    protected boolean keepsSingleTimings() {
        return true;
    }
}
