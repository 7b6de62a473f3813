package io.tidemark.application.port;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Makes a storage by its name. */
public final class Storages {
    private Storages() {}

    /**
     * Makes the storage of that name that is on the class path, without I/O.
     *
     * @throws IllegalArgumentException when there is none, listing those that there are, or when the settings are wrong
     */
    public static Storage create(String name, StorageSettings settings, Clock clock) {
        List<String> offered = new ArrayList<>();
        for (StorageFactory factory : ServiceLoader.load(StorageFactory.class, Storages.class.getClassLoader())) {
            if (factory.name().equals(name)) {
                return factory.create(settings, clock);
            }
            offered.add(factory.name());
        }
        throw new IllegalArgumentException(
                "no storage is called '%s': there is %s; another one needs its jar on the class path"
                        .formatted(name, offered));
    }
}
