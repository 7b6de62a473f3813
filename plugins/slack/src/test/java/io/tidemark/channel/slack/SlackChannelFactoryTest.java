package io.tidemark.channel.slack;

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

class SlackChannelFactoryTest {
    private static final String WEBHOOK = "https://hooks.slack.example/services/T/B/X";

    @Test
    void withoutSettings_namesBothWays() {
        assertThat(problems(Map.of()))
                .containsExactly("webhook-url: is missing; add it, or add bot-token and channel-id");
    }

    @Test
    void bothWaysAtOnce_areRefused() {
        assertThat(problems(Map.of("webhook-url", WEBHOOK, "bot-token", "xoxb-1", "channel-id", "C1")))
                .containsExactly("bot-token: stands beside webhook-url; keep one of the two");
    }

    @Test
    void webhook_hasNeitherChannelNorThreadsNorApi() {
        assertThat(problems(Map.of(
                        "webhook-url",
                        WEBHOOK,
                        "channel-id",
                        "C1",
                        "threads",
                        "true",
                        "api-url",
                        "https://slack-gov.com/api")))
                .hasSize(3)
                .allMatch(problem -> problem.contains("goes with bot-token"));
    }

    @Test
    void tokenThatFitsNoHeader_isRefusedUnseen() {
        assertThat(problems(Map.of("bot-token", "xoxb-\u00e9 1", "channel-id", "C1")))
                .containsExactly("bot-token: must be an app's token, which starts with xoxb- and has no blanks");
    }

    private static List<String> problems(Map<String, String> settings) {
        ChannelConfig config = ChannelConfig.of("team", settings);
        KitHost host = KitHost.with(new PlainHttpSender(Duration.ofSeconds(1)));
        return catchThrowableOfType(ChannelConfigException.class, () -> new SlackChannelFactory().create(config, host))
                .problems();
    }
}
