package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.HttpSender;
import java.time.Clock;
import javax.net.SocketFactory;

/** The host as one channel sees it. */
record LentHost(String destination, LentServices lent) implements ChannelHost {
    @Override
    public HttpSender http() {
        return lent.http();
    }

    @Override
    public SocketFactory sockets(boolean encrypted) {
        return lent.addresses().sockets(encrypted);
    }

    @Override
    public Clock clock() {
        return lent.clock();
    }
}
