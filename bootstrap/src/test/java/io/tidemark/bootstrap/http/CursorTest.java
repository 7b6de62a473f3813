package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CursorTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void alerts_areEachToldOnce_thoughOthersAreRaisedMeanwhile() {
        for (int i = 0; i < 5; i++) {
            raise("operation " + i);
        }

        List<String> told = new ArrayList<>();
        JsonNode page = page("/api/v1/alerts?state=all&limit=2");
        told.addAll(operations(page));
        raise("one more");
        while (!page.at("/next").isNull()) {
            page = page("/api/v1/alerts?state=all&limit=2&cursor="
                    + page.at("/next").asString());
            told.addAll(operations(page));
        }

        assertThat(told).containsExactly("operation 4", "operation 3", "operation 2", "operation 1", "operation 0");
    }

    @Test
    void theLastPage_saysThatItIs_thoughItIsFull() {
        raise("commit");
        raise("merge");

        assertThat(page("/api/v1/alerts?limit=2").at("/next").isNull()).isTrue();
        assertThat(page("/api/v1/alerts?limit=1").at("/next").isNull()).isFalse();
    }

    @Test
    void alerts_areThoseOfTheFilter_onEachPage() {
        raise("commit");
        raise("merge");
        daemon.saw(Severity.CRITICAL, Scope.of("rollback"), new Figures(60_000, 10_000, 6));

        JsonNode page = page("/api/v1/alerts?severity=critical&limit=1");

        assertThat(operations(page)).containsExactly("rollback");
        assertThat(page.at("/next").isNull()).isTrue();
        assertThat(operations(page("/api/v1/alerts?operation=merge"))).containsExactly("merge");
        assertThat(operations(page("/api/v1/alerts?type=anomaly"))).isEmpty();
    }

    @Test
    void aTypo_isAnsweredWithWhatWasMeant() {
        assertThat(page("/api/v1/alerts?severity=critcal").at("/detail").asString())
                .isEqualTo("severity 'critcal' must be one of info, warning, critical (did you mean 'critical'?)");
    }

    @Test
    void deliveries_goOnWhereTheyWere() {
        raise("commit");
        raise("merge");
        daemon.delivered("nobody", new Next.Dead());

        JsonNode first = page("/api/v1/deliveries?limit=1");
        JsonNode second =
                page("/api/v1/deliveries?limit=1&cursor=" + first.at("/next").asString());

        assertThat(first.at("/deliveries/0/id").asLong())
                .isGreaterThan(second.at("/deliveries/0/id").asLong());
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "current"})
    void silences_goOnWhereTheyWere(String state) {
        for (String hour : List.of("16", "17", "18")) {
            client.post(
                    "/api/v1/silences",
                    "{\"matchers\":[\"operation=commit\"],\"until\":\"2026-11-20T%s:00:00Z\",\"reason\":\"disks\"}"
                            .formatted(hour));
        }

        List<Long> told = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = page("/api/v1/silences?limit=1&state=" + state + cursor);
            told.add(page.at("/silences/0/id").asLong());
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());

        assertThat(told).hasSize(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/alerts?cursor=%C3%A4",
                "/api/v1/alerts?cursor=MTI",
                "/api/v1/alerts?cursor=",
                "/api/v1/audit?cursor=bm8",
                "/api/v1/baselines/history?cursor=LTE",
                "/api/v1/deliveries?cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5",
                "/api/v1/silences?state=all&cursor=bm93IDE"
            })
    void aCursorThatWasMadeUp_isRefused(String address) {
        assertThat(client.get(address).statusCode()).isEqualTo(400);
        assertThat(page(address).at("/detail").asString()).contains("must be what an answer to this call said as next");
    }

    private JsonNode page(String address) {
        return Client.json(client.get(address));
    }

    private void raise(String operation) {
        daemon.passes(Duration.ofSeconds(1));
        daemon.saw(Severity.WARNING, Scope.of(operation), new Figures(14_000, 6_000, 2.3));
    }

    private static List<String> operations(JsonNode page) {
        return page.at("/alerts").findValuesAsString("operation");
    }
}
