package io.tidemark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelConfigTest {
    @Test
    void secretsBelow_readsAllKeysOfAPrefix() {
        ChannelConfig config = ChannelConfig.of(
                "team",
                Map.of("header.Authorization", "Bearer k-41", "header.X-Team", "db", "header.", "1", "head", "2"));
        assertThat(config.secretsBelow("header."))
                .containsOnly(entry("Authorization", Secret.of("Bearer k-41")), entry("X-Team", Secret.of("db")));
        assertThat(config.withoutSecrets("sent Bearer k-41")).isEqualTo("sent ***");
        assertThatThrownBy(config::check).hasMessageContaining("header.:").hasMessageContaining("head:");
    }

    private enum Style {
        SHORT_LINE,
        LONG
    }

    @Test
    void readers_returnWhatIsThere() {
        ChannelConfig config = config(Map.of(
                "name",
                "ops",
                "key",
                "hush",
                "at",
                "https://example.org/a",
                "count",
                "3",
                "on",
                "true",
                "style",
                "short-line"));
        assertThat(config.text("name")).isEqualTo("ops");
        assertThat(config.secret("key").reveal()).isEqualTo("hush");
        assertThat(config.uri("at")).isEqualTo(URI.create("https://example.org/a"));
        assertThat(config.integer("count", 1, 0, 5)).isEqualTo(3);
        assertThat(config.flag("on", false)).isTrue();
        assertThat(config.choice("style", Style.LONG)).isEqualTo(Style.SHORT_LINE);
        assertThatCode(config::check).doesNotThrowAnyException();
    }

    @Test
    void readers_returnTheFallbackForWhatIsNotThere() {
        ChannelConfig config = config(Map.of("count", "  "));
        assertThat(config.optionalText("name")).isEmpty();
        assertThat(config.optionalSecret("key")).isEmpty();
        assertThat(config.optionalUri("at")).isEmpty();
        assertThat(config.integer("count", 1, 0, 5)).isEqualTo(1);
        assertThat(config.flag("on", true)).isTrue();
        assertThat(config.duration("pause", Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThatCode(config::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "10s,PT10S", "5m,PT5M", "2h,PT2H", "1d,PT24H", "999999999d,PT23999999976H"})
    void duration_readsNumberAndUnit(String text, Duration expected) {
        assertThat(config(Map.of("pause", text)).duration("pause", Duration.ZERO))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0s", "-1s", "1.5s", "s", "10 s", "9999999999s"})
    void duration_refusesAnythingElse(String text) {
        ChannelConfig config = config(Map.of("pause", text));
        config.duration("pause", Duration.ZERO);
        assertThat(problems(config)).singleElement().asString().contains("pause", text, "such as 10s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "-1", "one", "99999999999999999999", "2147483648"})
    void integer_namesItsBounds(String text) {
        ChannelConfig config = config(Map.of("count", text));
        config.integer("count", 1, 0, 5);
        assertThat(problems(config)).containsExactly("count: '%s' must be a whole number from 0 to 5".formatted(text));
    }

    @Test
    void choice_listsItsChoices() {
        ChannelConfig config = config(Map.of("style", "tiny"));
        config.choice("style", Style.LONG);
        assertThat(problems(config)).containsExactly("style: 'tiny' must be one of short-line, long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "example.org",
                "https:///path",
                "file:///etc/passwd",
                "https://a:b@example.org/",
                "https://example.org/#part",
                "https://exa mple.org/"
            })
    void uri_refusesWhatIsNoPlainHttpsAddress(String text) {
        ChannelConfig config = config(Map.of("at", text));
        config.uri("at");
        assertThat(problems(config)).singleElement().asString().startsWith("at: '" + text + "' ");
    }

    @Test
    void uri_takesPlainHttpWhereTheHostAllowsIt() {
        ChannelConfig config = ChannelConfig.allowingPlainHttp("ops", Map.of("at", "http://127.0.0.1:80/"));
        assertThat(config.uri("at")).hasScheme("http");
        assertThatCode(config::check).doesNotThrowAnyException();
    }

    @Test
    void check_listsAllProblemsAtOnce() {
        ChannelConfig config = config(Map.of("cuont", "2", "on", "yes", "colour", "red"));
        config.secretUri("webhook-url");
        config.integer("count", 1, 0, 5);
        config.flag("on", false);
        assertThat(problems(config))
                .containsExactlyInAnyOrder(
                        "webhook-url: is missing; add it to the settings of the destination",
                        "on: 'yes' must be true or false",
                        "cuont: is not known; did you mean 'count'?",
                        "colour: is not known; the keys are count, on, webhook-url");
    }

    @Test
    void check_saysWhichDestinationIsMeant() {
        ChannelConfig config = config(Map.of());
        config.text("name");
        assertThatThrownBy(config::check).hasMessageContainingAll("'ops'", "name: is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhookUrl", "webhook_url", "WEBHOOK-URL", "webhok-url", "webhook-uri"})
    void check_suggestsTheKeyThatWasMeant(String key) {
        ChannelConfig config = config(Map.of(key, "value", "webhook-url", "https://example.org/"));
        config.uri("webhook-url");
        assertThat(problems(config)).containsExactly(key + ": is not known; did you mean 'webhook-url'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/hush", "hush hush", "https://hush@example.org/"})
    void check_neverShowsASecret(String secret) {
        ChannelConfig config = config(Map.of("webhook-url", secret));
        config.secretUri("webhook-url");
        assertThat(problems(config))
                .singleElement()
                .asString()
                .contains("'***'")
                .doesNotContain("hush");
    }

    @Test
    void check_reportsWhatTheChannelFound() {
        ChannelConfig config = config(Map.of("to", "nobody"));
        config.problem("to", "must hold an @");
        assertThat(problems(config)).containsExactly("to: must hold an @");
    }

    @Test
    void withoutSecrets_masksEverySecretThatWasRead() {
        ChannelConfig config = config(Map.of("key", "hush", "at", "https://example.org/T0/verysecretpart"));
        config.secret("key");
        config.secretUri("at");
        assertThat(config.withoutSecrets("hush: POST /T0/verysecretpart")).isEqualTo("***: POST /T0/***");
    }

    @Test
    void toString_showsKeysOnly() {
        assertThat(config(Map.of("key", "hush"))).hasToString("ChannelConfig[ops, keys [key]]");
    }

    private static ChannelConfig config(Map<String, String> values) {
        return ChannelConfig.of("ops", values);
    }

    private static List<String> problems(ChannelConfig config) {
        return catchThrowableOfType(ChannelConfigException.class, config::check).problems();
    }
}
