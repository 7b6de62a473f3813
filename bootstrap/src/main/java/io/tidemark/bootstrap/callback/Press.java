package io.tidemark.bootstrap.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That somebody pressed "Acknowledge" under a message.
 *
 * @param token what the button sends: allows to acknowledge one alert
 * @param person who pressed it, by the receiver's word
 */
public record Press(String token, String person) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORM_FIELD = "payload=";
    /** The button's name in the messages of the Slack channel. */
    private static final String SLACK_ACTION = "acknowledge";

    /** What Slack posts for a button: a form with one field of JSON. Empty when no such button was pressed. */
    public static Optional<Press> ofSlack(byte[] form) {
        return Stream.of(new String(form, UTF_8).split("&"))
                .filter(field -> field.startsWith(FORM_FIELD))
                .findFirst()
                .flatMap(field -> json(decoded(field.substring(FORM_FIELD.length()))))
                .flatMap(Press::pressed);
    }

    /** What Mattermost posts for a button of an attachment. Empty when it carries no token. */
    public static Optional<Press> ofMattermost(byte[] body) {
        return json(new String(body, UTF_8))
                .flatMap(action -> press(action.path("context").path("token"), action.path("user_name")));
    }

    private static Optional<Press> pressed(JsonNode interaction) {
        JsonNode user = interaction.path("user");
        JsonNode name = user.path("name").isString() ? user.path("name") : user.path("username");
        return interaction
                .path("actions")
                .valueStream()
                .filter(action -> SLACK_ACTION.equals(action.path("action_id").asString("")))
                .findFirst()
                .flatMap(action -> press(action.path("value"), name));
    }

    private static Optional<Press> press(JsonNode token, JsonNode person) {
        String name = person.asString("").strip();
        return token.isString()
                ? Optional.of(new Press(token.asString(), name.isEmpty() ? "somebody" : name))
                : Optional.empty();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
