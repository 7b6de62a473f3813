package io.tidemark.channel.slack;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Secret;

/** Makes channels of type {@code slack}. */
public final class SlackChannelFactory implements ChannelFactory {
    /** For the service loader. */
    public SlackChannelFactory() {}

    @Override
    public String type() {
        return "slack";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        Secret webhook = config.secretUri("webhook-url");
        config.check();
        return new SlackChannel(webhook, host);
    }
}
