package io.tidemark.channel.pagerduty;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Secret;
import java.net.URI;

/** Makes channels of type {@code pagerduty}. */
public final class PagerDutyChannelFactory implements ChannelFactory {
    private static final String SOURCE = "source";
    private static final String ROUTING_KEY = "routing-key";

    /** For the service loader. */
    public PagerDutyChannelFactory() {}

    @Override
    public String type() {
        return "pagerduty";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        Secret routingKey = config.secret(ROUTING_KEY);
        if (!routingKey.reveal().matches("[A-Za-z0-9]{32}")) {
            config.problem(
                    ROUTING_KEY,
                    "must be the 32 letters and digits of an integration key; copy it from the service's integration"
                            + " 'Events API V2'");
        }
        String source = config.optionalText(SOURCE).orElse("tidemark");
        if (!source.matches("[!-~]{1,100}")) {
            config.problem(SOURCE, "must be 1 to 100 printable ASCII characters without blanks");
        }
        URI api = config.optionalUri("api-url")
                .orElse(config.choice("region", Region.US).api());
        config.check();
        return new PagerDutyChannel(enqueue(api), new Account(routingKey, source), host);
    }

    private static URI enqueue(URI api) {
        return URI.create(api.toString().replaceFirst("/$", "") + "/v2/enqueue");
    }
}
