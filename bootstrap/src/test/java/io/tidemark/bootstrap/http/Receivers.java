package io.tidemark.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.bootstrap.settings.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls back as Slack, Mattermost and PagerDuty do. */
final class Receivers {
    private static final String TYPE = "Content-Type";

    private final Client client;

    Receivers(URI address) {
        client = new Client(address);
    }

    HttpResponse<String> slack(String token, Instant at, Secret secret) {
        String payload = """
                {"type":"block_actions","user":{"id":"U1","name":"ada"},
                 "actions":[{"action_id":"acknowledge","value":"%s"}]}
                """.formatted(token);
        String body = "payload=" + URLEncoder.encode(payload, UTF_8);
        String second = Long.toString(at.getEpochSecond());
        return client.send(
                "POST",
                "/callbacks/slack",
                body,
                TYPE,
                "application/x-www-form-urlencoded",
                "X-Slack-Request-Timestamp",
                second,
                "X-Slack-Signature",
                "v0=" + hmac(secret, "v0:" + second + ":" + body));
    }

    HttpResponse<String> mattermost(String token) {
        return client.post(
                "/callbacks/mattermost", "{\"user_name\":\"ada\",\"context\":{\"token\":\"%s\"}}".formatted(token));
    }

    /** An event about the first alert. */
    static String event(String id, String deed, Instant at) {
        return """
                {"event":{"id":"%s","event_type":"incident.%s","occurred_at":"%s","agent":{"summary":"Ada L."},
                 "data":{"type":"incident","incident_key":"tidemark-alert-1"}}}
                """.formatted(id, deed, at);
    }

    HttpResponse<String> pagerDuty(String event, Secret secret) {
        return client.post("/callbacks/pagerduty", event, "X-PagerDuty-Signature", "v1=" + hmac(secret, event));
    }

    private static String hmac(Secret secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
