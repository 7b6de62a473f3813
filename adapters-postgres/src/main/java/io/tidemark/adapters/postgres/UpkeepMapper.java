package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.RollupMapper.Part;
import io.tidemark.domain.timing.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.session.ResultHandler;

/** Takes roll-ups out of their tables to put them back folded, and drops what is not kept any more. */
interface UpkeepMapper {
    /** Takes what the next level does not count yet and is over, the oldest first: whole minutes, at least so many parts. */
    void takeMinutesThatAreOver(@Param("limit") int limit, ResultHandler<Part> parts);

    void takeHoursThatAreOver(@Param("limit") int limit, ResultHandler<Part> parts);

    /** Takes the parts of operations and branches that have several in a minute that is not over yet. */
    void takeSplitMinutes(ResultHandler<Part> parts);

    void takeSplitHours(ResultHandler<Part> parts);

    /** Takes what the next level counts already of some operations and branches. */
    void takeCountedMinutes(@Param("keys") RollupKeys keys, ResultHandler<Part> parts);

    void takeCountedHours(@Param("keys") RollupKeys keys, ResultHandler<Part> parts);

    void takeDays(@Param("keys") RollupKeys keys, ResultHandler<Part> parts);

    /** Adds up for the dashboards what hours and days have of some operations and branches; returns nothing of use. */
    boolean refreshTotals(@Param("keys") RollupKeys keys);

    void forgetWriters(Retention retention);

    boolean hasMonth(LocalDate month);

    /** Lets nobody read hours until the transaction ends. */
    void closeHours();

    boolean addMonth(LocalDate month);

    List<Partition> outdated(Retention retention);

    /** Whether nothing in it was still to be counted. */
    boolean drop(Partition partition);

    /**
     * A partition that is not kept any more.
     *
     * @param overdue whether that is so for longer than a day
     */
    record Partition(String table, String name, Instant end, boolean overdue) {}
}
