package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.PostgresTimingReader.Minutes;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.timing.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** What must be there before timings can be stored, and the timings themselves. */
interface TimingMapper {
    void registerOperations(String[] names);

    void registerBranches(String[] names);

    List<Branch> branches(String[] names);

    /** Whether the batch is new; from now on it is not. */
    boolean remember(@Param("writer") UUID writer, @Param("number") long number);

    boolean addDay(LocalDate day);

    List<Boolean> addDaysAhead(int days);

    List<Long> durations(
            @Param("scope") Scope scope,
            @Param("stretch") PostgresTimingReader.Stretch stretch,
            @Param("most") int most);

    /** Looks through some minutes. */
    List<Measured> outside(
            @Param("scope") Scope scope,
            @Param("minutes") Minutes minutes,
            @Param("quiet") Band quiet,
            @Param("most") int most);

    /** Looks through some minutes. */
    List<TimingRow> slowest(@Param("scope") Scope scope, @Param("minutes") Minutes minutes, @Param("most") int most);

    /** A branch with its number. */
    record Branch(long id, String name) {}
}
