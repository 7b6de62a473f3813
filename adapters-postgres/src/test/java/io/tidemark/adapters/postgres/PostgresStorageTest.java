package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class PostgresStorageTest extends StorageContract {
    private final List<Map<String, String>> schemas = new ArrayList<>();

    @AfterEach
    void drop() {
        schemas.forEach(TestDatabase::drop);
    }

    @Override
    protected Storage freshStorage() {
        Map<String, String> schema = TestDatabase.freshSchema();
        schemas.add(schema);
        return TestDatabase.storage(schema);
    }

    @Override
    protected boolean keepsSingleTimings() {
        return true;
    }
}
