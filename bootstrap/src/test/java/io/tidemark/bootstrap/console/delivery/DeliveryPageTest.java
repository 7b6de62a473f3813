package io.tidemark.bootstrap.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.bootstrap.console.OnDuty;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.timing.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryPageTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @BeforeEach
    void send() {
        OnDuty.spend(daemon, "commit");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void headline_asksForWhatAPersonHasToDecide() {
        assertThat(body("/delivery")).contains("1 message could not be delivered");
    }

    @Test
    void attempts_areCountedByTheHour() {
        assertThat(body("/delivery")).contains("14:00 · delivered 2 · failed 1");
    }

    @Test
    void destinations_tellHowTheyAreAndHowFastTheyTakeMessages() {
        assertThat(body("/delivery")).contains("takes messages", "one each 1.00 s", "Send a test");
    }

    @Test
    void destinationThatIsLeftAlone_saysUntilWhenAndWhy() {
        daemon.saw(Severity.CRITICAL, Scope.of("merge"), new Figures(60_000, 6_000, 10));
        daemon.asksForRest("team", Duration.ofHours(2));

        assertThat(body("/delivery").replaceAll("<[^>]*>", " "))
                .contains("rests until 15:55, because too many requests");
    }

    @Test
    void messages_areThoseOfAStatusAndADestination() {
        assertThat(body("/delivery?status=failed&destination=on-call")).contains("tried: tried");
        assertThat(body("/delivery?status=failed&destination=team")).contains("No messages");
    }

    @Test
    void messages_refuseAnUnknownStatus() {
        HttpResponse<String> answer = client.get("/delivery?status=lost");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("status 'lost' must be one of pending, sending, merged, delivered");
    }

    @Test
    void message_tellsEachAttemptWithItsReason() {
        assertThat(body("/delivery/" + daemon.messages(DeliveryStatus.FAILED).get(0)))
                .contains("is failed, after 1 attempt", "retry later", "40.0 ms", "What to do:");
    }

    @Test
    void messageThatNobodyKnows_isNotFound() {
        assertThat(client.get("/delivery/4711").statusCode()).isEqualTo(404);
    }

    private String body(String path) {
        return client.get(path).body();
    }
}
