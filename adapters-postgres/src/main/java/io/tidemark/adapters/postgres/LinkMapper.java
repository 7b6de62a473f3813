package io.tidemark.adapters.postgres;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;

/** Links with which an alert is acknowledged. */
interface LinkMapper {
    /** Offers a key, and returns the one that is in force, in hexadecimal: MyBatis would take an array for many rows. */
    String key(byte[] offered);

    boolean isUsed(String link);

    /** How many links became used: one, or none when it was used before. */
    int use(@Param("link") String link, @Param("expires") Instant expires);

    void forgetExpired();
}
