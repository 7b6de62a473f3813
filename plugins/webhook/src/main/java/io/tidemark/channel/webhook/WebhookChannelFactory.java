package io.tidemark.channel.webhook;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Secret;
import java.util.Optional;

/** Makes channels of type {@code webhook}. */
public final class WebhookChannelFactory implements ChannelFactory {
    /** For the service loader. */
    public WebhookChannelFactory() {}

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        Secret url = config.secretUri("url");
        Optional<Signature> signature = config.optionalSecret("signing-secret").map(Signature::new);
        OwnHeaders headers = OwnHeaders.read(config);
        config.check();
        return new WebhookChannel(url, signature, headers, host);
    }
}
