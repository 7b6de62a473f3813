package io.tidemark.application.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.StorageSettings;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryStorageFactoryTest {
    @Test
    void create_refusesSettingsByNameAndKeepsTheirValuesToItself() {
        StorageSettings settings = new StorageSettings(Map.of("url", "somewhere", "password", "secret"));

        assertThatThrownBy(() -> new MemoryStorageFactory().create(settings, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("storage 'memory' takes no settings, but was given [password, url]: leave them out");
    }
}
