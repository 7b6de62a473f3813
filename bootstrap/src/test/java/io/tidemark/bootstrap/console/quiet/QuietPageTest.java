package io.tidemark.bootstrap.console.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.OnDuty;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietPageTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void window_thatIsOpenSaysUntilWhen() {
        OnDuty.spend(daemon, "commit");
        daemon.passes(Duration.ofHours(31));

        assertThat(client.get("/quiet").body()).contains("1 window is open", "open until 22 Nov 05:00");
    }

    @Test
    void windowPreview_followsTheClocksOfItsZone() {
        daemon.passes(Duration.ofDays(126));

        assertThat(client.get("/quiet?preview=window&recurrence=daily+01:00-04:00&timeZone=Europe/Berlin")
                        .body())
                .contains(
                        "Sat 27 Mar 2027 01:00 to Sat 04:00 (+01:00)",
                        "27 Mar 00:00 to 27 Mar 03:00 UTC, 3 h",
                        "Sun 28 Mar 2027 01:00 to Sun 04:00 (+02:00)",
                        "28 Mar 00:00 to 28 Mar 02:00 UTC, 2 h");
    }

    @Test
    void windowPreview_saysWhatIsWrong_andKeepsWhatWasTyped() {
        assertThat(client.get("/quiet?preview=window&recurrence=daily+02:00-03:00&timeZone=Europe/Berln&name=nightly")
                        .body())
                .contains("time zone 'Europe/Berln' is unknown", "value=\"nightly\"");
    }

    @Test
    void silencePreview_listsTheAlertsThatItWouldHide() {
        OnDuty.spend(daemon, "commit");

        assertThat(client.get("/quiet?preview=silence&matchers=severity%3DCRITICAL")
                        .body())
                .contains("It would hide now:", "commit is slow");
        assertThat(client.get("/quiet?preview=silence&matchers=operation%3Dother")
                        .body())
                .contains("None of the open alerts matches");
    }

    @Test
    void silences_thatAreOverAreShownWhenAllAreAskedFor() {
        OnDuty.spend(daemon, "commit");
        daemon.passes(Duration.ofHours(3));

        assertThat(client.get("/quiet").body()).contains("No silences");
        assertThat(client.get("/quiet?silences=all").body()).contains("branch=other", "expired");
    }
}
