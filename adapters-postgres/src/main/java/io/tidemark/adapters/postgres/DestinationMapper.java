package io.tidemark.adapters.postgres;

import io.tidemark.application.port.DestinationBook.Sealed;
import io.tidemark.application.port.DestinationBook.Stored;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Destinations, and what their channels are told. */
interface DestinationMapper {
    List<Value> all();

    /** Returns 0 when there is one of that name */
    int add(Stored destination);

    /** Returns 0 when it is not as it was seen any more */
    int touch(Stored seen);

    void clear(String name);

    void put(@Param("name") String name, @Param("key") String key, @Param("sealed") Sealed sealed);

    int remove(String name);

    /** One value of a destination; without a key, the destination has none. */
    record Value(
            String destination,
            String channel,
            long revision,
            @Nullable String key,
            @Nullable Sealed sealed) {}
}
