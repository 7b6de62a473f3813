package io.tidemark.bootstrap.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.callback.PagerDutyEvent.Deed;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads bodies as the vendors' documents show them. */
class CallbackBodiesTest {
    private static final String SLACK = """
            {"type":"block_actions","user":{"id":"U1","username":"ada","name":"ada.l","team_id":"T1"},
             "trigger_id":"1.2.3","response_url":"https://hooks.slack.com/actions/T1/1/x",
             "actions":[{"type":"button","block_id":"b","action_id":"%s","value":"to.ken","action_ts":"1"}]}
            """;
    private static final String MATTERMOST = """
            {"user_id":"u1","user_name":"ada","channel_id":"c1","team_id":"t1","post_id":"p1","trigger_id":"x",
             "type":"","data_source":"","context":{"token":"to.ken"}}
            """;
    private static final String PAGERDUTY = """
            {"event":{"id":"5ac64822","event_type":"%s","resource_type":"incident",
             "occurred_at":"2026-03-02T12:00:22.169Z","agent":%s,"client":{"name":"PagerDuty"},
             "data":{"id":"PGR0VU2","type":"incident","status":"acknowledged","incident_key":"%s"}}}
            """;
    private static final String ADA = "{\"id\":\"P1\",\"summary\":\"Ada L.\",\"type\":\"user_reference\"}";

    @Test
    void ofSlack_readsWhoPressedTheButton() {
        assertThat(Press.ofSlack(form(SLACK.formatted("acknowledge")))).contains(new Press("to.ken", "ada.l"));
    }

    @Test
    void ofSlack_leavesOtherButtonsAlone() {
        assertThat(Press.ofSlack(form(SLACK.formatted("open")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "payload", "payload=", "payload=%", "payload=%7B", "other=1", "payload=[]", "payload=1"})
    void ofSlack_isEmptyForOtherForms(String form) {
        assertThat(Press.ofSlack(form.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void ofMattermost_readsWhoPressedTheButton() {
        assertThat(Press.ofMattermost(MATTERMOST.getBytes(UTF_8))).contains(new Press("to.ken", "ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"context\":{}}", "{\"context\":{\"token\":7}}", "null"})
    void ofMattermost_isEmptyForOtherBodies(String body) {
        assertThat(Press.ofMattermost(body.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void ofPagerDuty_readsWhoDidWhatToWhichAlert() {
        assertThat(pagerDuty("incident.acknowledged", ADA, "tidemark-alert-12"))
                .contains(new PagerDutyEvent(
                        "5ac64822", Deed.ACKNOWLEDGED, 12, "Ada L.", Instant.parse("2026-03-02T12:00:22.169Z")));
        assertThat(pagerDuty("incident.resolved", ADA, "prod/tidemark-alert-12"))
                .hasValueSatisfying(event -> assertThat(event.deed()).isEqualTo(Deed.RESOLVED));
    }

    @Test
    void ofPagerDuty_withoutAPerson_namesPagerDuty() {
        assertThat(pagerDuty("incident.resolved", "null", "tidemark-alert-12"))
                .hasValueSatisfying(event -> assertThat(event.person()).isEqualTo("PagerDuty"));
    }

    @Test
    void ofPagerDuty_leavesOtherEventsAndIncidentsAlone() {
        assertThat(pagerDuty("incident.escalated", ADA, "tidemark-alert-12")).isEmpty();
        assertThat(pagerDuty("incident.resolved", ADA, "d3640fbd41094207a1c11e58e46b1662"))
                .isEmpty();
        assertThat(pagerDuty("incident.resolved", ADA, "tidemark-alert-99999999999999999999"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"event\":7}"})
    void ofPagerDuty_isEmptyForOtherBodies(String body) {
        assertThat(PagerDutyEvent.of(body.getBytes(UTF_8))).isEmpty();
    }

    private static Optional<PagerDutyEvent> pagerDuty(String type, String agent, String key) {
        return PagerDutyEvent.of(PAGERDUTY.formatted(type, agent, key).getBytes(UTF_8));
    }

    private static byte[] form(String payload) {
        return ("payload=" + URLEncoder.encode(payload, UTF_8)).getBytes(UTF_8);
    }
}
