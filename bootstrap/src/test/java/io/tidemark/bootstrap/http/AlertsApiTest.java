package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.timing.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsApiTest {
    private static final Why WHY = new Why(
            Why.Test.ROBUST_Z,
            new Why.Band(5_000, 7_000),
            new Why.Basis("the last 24 hours", 1_200, 6_000, 1.1),
            new Why.Score(6.5, 3),
            new Why.Effect(133, 8_000),
            List.of(6_000.0, 14_000.0));

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void alerts_areAnEmptyListAtFirst() {
        assertThat(client.get("/api/v1/alerts").body()).isEqualTo("{\"alerts\":[],\"next\":null}");
    }

    @Test
    void alerts_tellWhatIsWrongAndWhoWasTold() {
        daemon.saw(Severity.WARNING, Scope.of("commit"), new Figures(14_000, 6_000, 14.0 / 6));
        daemon.passes(Duration.ofMinutes(2));
        daemon.saw(Severity.WARNING, Scope.of("commit"), new Figures(13_000, 6_000, 13.0 / 6));
        daemon.delivered("nobody", new Next.Dead());

        assertThat(client.get("/api/v1/alerts?state=open").body()).isEqualTo("""
                        {"alerts":[{"id":1,"type":"THRESHOLD_EXCEEDED","severity":"WARNING","operation":"commit",\
                        "branch":null,"user":"ada","metadata":{},"state":"open",\
                        "summary":"commit is slow: 14.0 ms, 2.33 times its normal p99 of 6.00 ms","occurrences":2,\
                        "firstSeen":"2026-11-20T14:31:20Z","lastSeen":"2026-11-20T14:33:20Z",\
                        "baselineP99Micros":6000,"actualMicros":14000,"multiplier":2.33,"members":[],"why":null,\
                        "acknowledged":null,"resolved":null,"told":["team"],"lastTold":"2026-11-20T14:31:20Z",\
                        "quiet":{"reason":"REPEATED_WITHIN_INTERVAL","by":"","until":"2026-11-20T15:31:20Z"},\
                        "deliveries":[{"destination":"team","status":"delivered","attempts":1}]}],"next":null}""");
    }

    @Test
    void alert_ofANumber_tellsWhyItWasRaised() {
        daemon.saw(AlertType.ANOMALY, "commit", Evidence.of(new Figures(14_000, 6_000, 2.3), WHY));

        HttpResponse<String> answer = client.get("/api/v1/alerts/1");

        assertThat(Client.json(answer).at("/alert/why").asString()).isEqualTo(WHY.text());
        assertThat(Client.json(answer).at("/evidence").toString()).isEqualTo("""
                        {"test":"ROBUST_Z","expectedLowMicros":5000,"expectedHighMicros":7000,"basis":"the last 24 hours",\
                        "samples":1200,"centreMicros":6000,"spread":1.1,"score":6.5,"limit":3.0,"effectPercent":133.0,\
                        "effectMicros":8000,"recentMicros":[6000,14000]}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "x", "-1", "99999999999999999999"})
    void alert_ofANumberThatIsNone_isNotFound(String id) {
        HttpResponse<String> answer = client.get("/api/v1/alerts/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("there is no alert %s: GET /api/v1/alerts?state=all lists those there are".formatted(id));
    }

    @Test
    void alerts_areAtMostAsManyAsAskedFor() {
        daemon.saw(Severity.WARNING, Scope.of("commit"), new Figures(14_000, 6_000, 2.3));
        daemon.passes(Duration.ofSeconds(1));
        daemon.saw(Severity.WARNING, Scope.of("get_diff"), new Figures(14_000, 6_000, 2.3));

        HttpResponse<String> answer = client.get("/api/v1/alerts?limit=1");

        assertThat(Client.json(answer).at("/alerts")).hasSize(1);
        assertThat(Client.json(answer).at("/alerts/0/operation").asString()).isEqualTo("get_diff");
    }

    @Test
    void alerts_ofAnUnknownStateAreRefusedWithTheChoices() {
        HttpResponse<String> answer = client.get("/api/v1/alerts?state=closed");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("state 'closed' must be one of open, unacknowledged, acknowledged, resolved, all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "many", ""})
    void alerts_refuseALimitThatIsNone(String limit) {
        HttpResponse<String> answer = client.get("/api/v1/alerts?limit=" + limit);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("limit '%s' must be a whole number from 1 to 1000".formatted(limit));
    }

    @Test
    void alerts_refuseAnUnknownParameter() {
        assertThat(Client.json(client.get("/api/v1/alerts?stat=open"))
                        .at("/detail")
                        .asString())
                .isEqualTo(
                        "unknown parameter 'stat' (did you mean 'state'?): there are state, severity, type, operation, limit, cursor");
    }
}
