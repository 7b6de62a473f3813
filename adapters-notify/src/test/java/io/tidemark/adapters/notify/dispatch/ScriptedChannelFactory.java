package io.tidemark.adapters.notify.dispatch;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A channel on the class path that does what a test has written for it. */
public final class ScriptedChannelFactory implements ChannelFactory {
    static final Map<String, Script> SCRIPTS = new ConcurrentHashMap<>();

    /** What a destination does with a message. */
    @FunctionalInterface
    interface Script {
        Delivery deliver(Message message) throws InterruptedException;
    }

    @Override
    public String type() {
        return "scripted";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        String script = config.text("script");
        config.check();
        return new Channel() {
            @Override
            public Delivery deliver(Message message) throws InterruptedException {
                return SCRIPTS.get(script).deliver(message);
            }

            @Override
            public void close() {}
        };
    }
}
