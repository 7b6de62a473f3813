package io.tidemark.adapters.postgres;

import io.tidemark.application.port.MergeReader.MergeSearch;
import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.Merge;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

interface MergeMapper {
    void store(@Param("merge") Merge merge, @Param("sourceId") long sourceId, @Param("targetId") long targetId);

    List<Row> latest(int limit);

    List<Row> find(MergeSearch search);

    /** Counts so many merges in their roll-ups whose hour is over; tells how many there were. */
    int count(@Param("merges") int merges);

    /** Deletes so many merges, which are counted; tells how many there were. */
    int deleteMerges(@Param("before") Instant before, @Param("merges") int merges);

    /** Deletes the roll-ups of hours that began before. */
    void deleteHours(@Param("before") Instant before);

    /** A merge with its number. */
    record Row(long id, Merge merge) {
        FiledMerge toFiled() {
            return new FiledMerge(id, merge);
        }
    }
}
