package io.tidemark.channel.mattermost;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Secret;
import java.net.URI;
import java.util.List;

/** Makes channels of type {@code mattermost}: of a webhook's address, or of a server, a bot's token and a channel. */
public final class MattermostChannelFactory implements ChannelFactory {
    private static final List<String> ONLY_WEBHOOK = List.of("channel-name", "username", "icon-url");
    private static final List<String> ONLY_BOT = List.of("url", "bot-token", "channel-id", "threads");

    /** For the service loader. */
    public MattermostChannelFactory() {}

    @Override
    public String type() {
        return "mattermost";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        boolean byWebhook = config.optionalText("webhook-url").isPresent();
        List<String> ofBot = given(config, ONLY_BOT);
        List<String> ofWebhook = given(config, ONLY_WEBHOOK);
        boolean priority = config.flag("priority", true);
        Post post = new Post(config.flag("interactive", false));
        if (!ofBot.isEmpty() && !byWebhook) {
            ofWebhook.forEach(key -> config.problem(
                    key,
                    "goes with webhook-url; a bot has its own name and picture, " + "and its channel is channel-id"));
            return bot(config, priority, post, host);
        }
        ofBot.forEach(key -> config.problem(key, "stands beside webhook-url; keep one way of the two"));
        if (!byWebhook) {
            config.problem("webhook-url", "is missing; add it, or add url, bot-token and channel-id");
        }
        return webhook(config, priority, post, host);
    }

    private static List<String> given(ChannelConfig config, List<String> keys) {
        return keys.stream().filter(key -> config.optionalText(key).isPresent()).toList();
    }

    private static Channel webhook(ChannelConfig config, boolean priority, Post post, ChannelHost host) {
        Secret webhook = config.secretUri("webhook-url");
        WebhookChannel.Manner manner = new WebhookChannel.Manner(
                config.optionalText("channel-name").orElse(null),
                config.optionalText("username").orElse(null),
                config.optionalUri("icon-url").map(URI::toString).orElse(null),
                priority);
        config.check();
        return new WebhookChannel(webhook, manner, post, host);
    }

    private static Channel bot(ChannelConfig config, boolean priority, Post post, ChannelHost host) {
        Secret server = config.secretUri("url");
        Secret token = config.secret("bot-token");
        if (!token.reveal().matches("[!-~]+")) {
            config.problem("bot-token", "must be a bot's access token, without blanks");
        }
        String room = config.text("channel-id");
        boolean threads = config.flag("threads", true);
        config.check();
        return new BotChannel(
                new MattermostApi(server, token, host), new BotChannel.Manner(room, threads, priority), post);
    }
}
