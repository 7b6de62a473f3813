package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.TimingMapper.Branch;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Registers operations and branches when they are first seen. This is a transaction of its own: a name that is new to
 * two writers would otherwise make one wait for the batch of the other.
 */
final class Names {
    /** Beyond it, names are looked up every time. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Database database;
    private final Map<String, Long> branches = new ConcurrentHashMap<>();
    private final Set<String> operations = ConcurrentHashMap.newKeySet();

    Names(Database database) {
        this.database = database;
    }

    void registerOperations(Set<String> names) {
        String[] unknown = names.stream()
                .filter(name -> !operations.contains(name))
                .sorted()
                .toArray(String[]::new);
        if (unknown.length == 0) {
            return;
        }
        database.tell(TimingMapper.class, mapper -> mapper.registerOperations(unknown));
        for (String name : unknown) {
            if (operations.size() < MOST_REMEMBERED) {
                operations.add(name);
            }
        }
    }

    /** The number of a branch, or null when there is no branch. */
    @Nullable
    Long branchId(@Nullable String branch) {
        if (branch == null) {
            return null;
        }
        String name = Text.storable(branch);
        return branchIds(List.of(name)).get(name);
    }

    /** The numbers of branches, by name; those that were never seen get one. */
    Map<String, Long> branchIds(Collection<String> names) {
        Map<String, Long> ids = new HashMap<>();
        names.forEach(name -> {
            Long known = branches.get(name);
            if (known != null) {
                ids.put(name, known);
            }
        });
        String[] unknown = names.stream()
                .filter(name -> !ids.containsKey(name))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        if (unknown.length > 0) {
            register(unknown, ids::put);
        }
        return ids;
    }

    private void register(String[] unknown, BiConsumer<String, Long> found) {
        database.tell(TimingMapper.class, mapper -> mapper.registerBranches(unknown));
        for (Branch branch : database.ask(TimingMapper.class, mapper -> mapper.branches(unknown))) {
            found.accept(branch.name(), branch.id());
            if (branches.size() < MOST_REMEMBERED) {
                branches.put(branch.name(), branch.id());
            }
        }
    }
}
