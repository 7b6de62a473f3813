package io.tidemark.bootstrap.destination;

import io.tidemark.adapters.notify.http.OkHttpSender;
import io.tidemark.adapters.notify.http.SenderSettings;
import io.tidemark.adapters.notify.plugin.DestinationLimits;
import io.tidemark.adapters.notify.plugin.LentServices;
import io.tidemark.adapters.notify.plugin.PluginLoader;
import io.tidemark.adapters.notify.plugin.Plugins;
import io.tidemark.adapters.notify.plugin.TimeLimit;
import io.tidemark.bootstrap.settings.DestinationSettings;
import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A channel whose receiver refuses everything, and quotes in its answer what it was called with. */
public final class EchoChannelFactory implements ChannelFactory {
    public static final String TYPE = "echo";

    /** Makes channels of this kind alone. */
    public static Opener opener(Clock clock) {
        SenderSettings settings = SenderSettings.defaults();
        LentServices lent = new LentServices(new OkHttpSender(settings), clock, settings.addresses());
        try {
            Plugins plugins = new PluginLoader(lent, TimeLimit.defaults())
                    .load(List.of(), EchoChannelFactory.class.getClassLoader());
            return new Opener(plugins, DestinationLimits.defaults(), clock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static ConfiguredDestinations configured(Opener opener, Map<String, DestinationSettings> settings) {
        try {
            return new ConfiguredDestinations(opener, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        Secret url = config.secretUri("webhook-url");
        config.optionalText("user");
        config.check();
        return new Echo(url);
    }

    private record Echo(Secret url) implements Channel {
        @Override
        public Delivery deliver(Message message) {
            return Delivery.refused("echoed", "no service at " + url.reveal()).withStatus(404);
        }

        @Override
        public void close() {}
    }
}
