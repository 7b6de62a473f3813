package io.tidemark.channel.testkit;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Secret;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The contract of a channel with a mistake. Not run by itself, but by {@link ContractTest}. */
class MistakenChannelContract extends HttpChannelContract {
    private static volatile Mistake mistake = Mistake.IS_NOT_REGISTERED;

    static void make(Mistake next) {
        mistake = next;
    }

    @Override
    protected ChannelFactory factory() {
        return new ChannelFactory() {
            @Override
            public String type() {
                return mistake == Mistake.SHOUTS_ITS_TYPE ? "MISTAKEN" : "mistaken";
            }

            @Override
            public Channel create(ChannelConfig config, ChannelHost host) {
                mistake.read(config);
                Secret url = config.secretUri("url");
                config.check();
                Mistake.BrokenChannel channel = new Mistake.BrokenChannel(mistake, url, host, new AtomicInteger());
                try {
                    mistake.created(channel);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return channel;
            }
        };
    }

    @Override
    protected Map<String, String> settingsFor(URI address) {
        return Map.of("url", address.toString());
    }

    @Override
    protected Reply success() {
        return Reply.of(200, "taken");
    }
}
