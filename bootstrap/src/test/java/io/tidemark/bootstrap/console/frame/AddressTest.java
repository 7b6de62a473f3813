package io.tidemark.bootstrap.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AddressTest {
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void address_encodesWhatNamesHold() {
        assertThat(Address.of("/operations").with("name", "a/b & <c>").href())
                .isEqualTo("/operations?name=a%2Fb+%26+%3Cc%3E");
    }

    @Test
    void address_leavesOutWhatIsEmpty() {
        assertThat(Address.of("/").with("q", "merge").with("q", "").href()).isEqualTo("/");
    }

    @Test
    void address_hasOneStretchOfTime() {
        Period morning = Period.between(TEN, TEN.plusSeconds(3_600));

        assertThat(Address.of("/")
                        .with("hours", "24")
                        .with("q", "x")
                        .with(morning)
                        .href())
                .isEqualTo("/?q=x&from=2026-11-20T10%3A00%3A00Z&to=2026-11-20T11%3A00%3A00Z");
    }
}
