package io.tidemark.adapters.postgres;

import java.time.LocalDate;
import java.util.List;

/** What must be there before timings can be stored. */
interface TimingMapper {
    void registerOperations(String[] names);

    void registerBranches(String[] names);

    List<Branch> branches(String[] names);

    boolean addDay(LocalDate day);

    List<Boolean> addDaysAhead(int days);

    /** A branch with its number. */
    record Branch(long id, String name) {}
}
