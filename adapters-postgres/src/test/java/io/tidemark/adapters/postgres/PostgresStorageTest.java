package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageContract;

class PostgresStorageTest extends StorageContract {
    private int storages;

    /** Making tables takes longer than most tests: so only the second storage of a test gets some of its own. */
    @Override
    protected Storage freshStorage() {
        return TestDatabase.storage(storages++ == 0 ? TestDatabase.emptySchema() : TestDatabase.freshSchema());
    }

    @Override
    protected boolean keepsSingleTimings() {
        return true;
    }
}
