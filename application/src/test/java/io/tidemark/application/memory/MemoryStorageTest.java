package io.tidemark.application.memory;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageContract;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import java.time.Clock;

class MemoryStorageTest extends StorageContract {
    @Override
    protected Storage freshStorage() {
        return Storages.create("memory", StorageSettings.NONE, Clock.systemUTC());
    }

    @Override
    protected boolean keepsSingleTimings() {
        return false;
    }
}
