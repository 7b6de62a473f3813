package io.tidemark.bootstrap.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody did to an incident in PagerDuty: <a
 * href="https://developer.pagerduty.com/docs/webhooks-overview">webhooks v3</a>.
 *
 * @param id tells this event from all others
 * @param deed what was done
 * @param alertId which alert the incident is about
 * @param person who did it, by PagerDuty's word
 * @param at when
 */
public record PagerDutyEvent(String id, Deed deed, long alertId, String person, Instant at) {
    /** What can be done to an incident that means something to its alert. */
    public enum Deed {
        ACKNOWLEDGED,
        RESOLVED
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Deed> DEEDS =
            Map.of("incident.acknowledged", Deed.ACKNOWLEDGED, "incident.resolved", Deed.RESOLVED);
    /** The conversation, which is the key that PagerDuty was given against duplicates. */
    private static final Pattern INCIDENT_KEY = Pattern.compile(".*tidemark-alert-([0-9]{1,18})");

    /** The event in this body; empty when it is none that means something here. */
    public static Optional<PagerDutyEvent> of(byte[] body) {
        try {
            return of(JSON.readTree(body).path("event"));
        } catch (JacksonException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<PagerDutyEvent> of(JsonNode event) {
        Deed deed = DEEDS.get(event.path("event_type").asString(""));
        Matcher key =
                INCIDENT_KEY.matcher(event.path("data").path("incident_key").asString(""));
        String id = event.path("id").asString("");
        if (deed == null || !key.matches() || id.isEmpty()) {
            return Optional.empty();
        }
        String person = event.path("agent").path("summary").asString("").strip();
        return Optional.of(new PagerDutyEvent(
                id,
                deed,
                Long.parseLong(key.group(1)),
                person.isEmpty() ? "PagerDuty" : person,
                Instant.parse(event.path("occurred_at").asString(""))));
    }
}
