package io.tidemark.channel.slack;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Secret;
import java.util.Optional;

/** Makes channels of type {@code slack}: of a webhook's address, or of an app's token and a channel. */
public final class SlackChannelFactory implements ChannelFactory {
    private static final Secret API = Secret.of("https://slack.com/api");

    /** For the service loader. */
    public SlackChannelFactory() {}

    @Override
    public String type() {
        return "slack";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        boolean byWebhook = config.optionalText("webhook-url").isPresent();
        boolean byToken = config.optionalText("bot-token").isPresent();
        Optional<String> room = config.optionalText("channel-id");
        Optional<String> api = config.optionalText("api-url");
        Optional<String> threads = config.optionalText("threads");
        SlackPayload payload = new SlackPayload(config.flag("interactive", false));
        if (byToken || (!byWebhook && room.isPresent())) {
            if (byWebhook) {
                config.problem("bot-token", "stands beside webhook-url; keep one of the two");
            }
            Secret address = api.isPresent() ? config.secretUri("api-url") : API;
            return bot(config, new SlackApi(address, token(config, byToken), host), payload);
        }
        room.ifPresent(any -> needsToken(config, "channel-id"));
        api.ifPresent(any -> needsToken(config, "api-url"));
        threads.ifPresent(any -> needsToken(config, "threads"));
        return webhook(config, byWebhook, payload, host);
    }

    private static void needsToken(ChannelConfig config, String key) {
        config.problem(key, "goes with bot-token; a webhook brings its own channel and cannot answer in threads");
    }

    private static Channel webhook(ChannelConfig config, boolean there, SlackPayload payload, ChannelHost host) {
        if (!there) {
            config.problem("webhook-url", "is missing; add it, or add bot-token and channel-id");
        }
        Secret webhook = config.secretUri("webhook-url");
        config.check();
        return new WebhookChannel(webhook, payload, host);
    }

    private static Secret token(ChannelConfig config, boolean there) {
        if (!there) {
            config.problem("bot-token", "is missing beside channel-id; add it, or give a webhook-url and nothing else");
        }
        Secret token = config.secret("bot-token");
        if (!token.reveal().matches("[!-~]+")) {
            config.problem("bot-token", "must be an app's token, which starts with xoxb- and has no blanks");
        }
        return token;
    }

    private static Channel bot(ChannelConfig config, SlackApi api, SlackPayload payload) {
        String room = config.text("channel-id");
        boolean threads = config.flag("threads", true);
        config.check();
        return new BotChannel(api, room, payload, threads);
    }
}
