package io.tidemark.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelConfigException;
import io.tidemark.channel.testkit.KitHost;
import io.tidemark.channel.testkit.PlainHttpSender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MattermostChannelFactoryTest {
    private static final String WEBHOOK = "https://chat.example.org/hooks/x";

    @Test
    void withoutSettings_namesBothWays() {
        assertThat(problems(Map.of()))
                .containsExactly("webhook-url: is missing; add it, or add url, bot-token and channel-id");
    }

    @Test
    void bothWaysAtOnce_areRefused() {
        assertThat(problems(Map.of("webhook-url", WEBHOOK, "bot-token", "t")))
                .containsExactly("bot-token: stands beside webhook-url; keep one way of the two");
    }

    @Test
    void halfABot_isToldWhatItLacks() {
        assertThat(problems(Map.of("bot-token", "t", "username", "tidemark")))
                .anyMatch(problem -> problem.startsWith("url: is missing"))
                .anyMatch(problem -> problem.startsWith("channel-id: is missing"))
                .anyMatch(problem -> problem.startsWith("username: goes with webhook-url"))
                .hasSize(3);
    }

    @Test
    void tokenThatFitsNoHeader_isRefusedUnseen() {
        assertThat(problems(Map.of("url", "https://chat.example.org", "bot-token", "\u00e9 1", "channel-id", "c")))
                .containsExactly("bot-token: must be a bot's access token, without blanks");
    }

    private static List<String> problems(Map<String, String> settings) {
        ChannelConfig config = ChannelConfig.of("team", settings);
        KitHost host = KitHost.with(new PlainHttpSender(Duration.ofSeconds(1)));
        return catchThrowableOfType(
                        ChannelConfigException.class, () -> new MattermostChannelFactory().create(config, host))
                .problems();
    }
}
