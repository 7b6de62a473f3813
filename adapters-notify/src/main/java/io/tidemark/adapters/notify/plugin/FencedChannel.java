package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.util.Optional;

/** Hands nothing to a plugin that hangs. */
final class FencedChannel implements Channel {
    private final Channel channel;
    private final Fence fence;

    FencedChannel(Channel channel, Fence fence) {
        this.channel = channel;
        this.fence = fence;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        Optional<String> reason = fence.reason();
        return reason.isPresent() ? HostReason.FENCED_OFF.down(reason.get()) : channel.deliver(message);
    }

    @Override
    public void close() {
        channel.close();
    }
}
