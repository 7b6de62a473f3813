package io.tidemark.adapters.notify.plugin;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The border: calls the plugin's channel on threads of its own, and makes a value of whatever happens there. */
final class CalledChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(CalledChannel.class);

    private final CreatedChannel created;
    private final TimeLimit limit;
    private final Bulkhead bulkhead;
    private final Fence fence;

    CalledChannel(CreatedChannel created, TimeLimit limit, Bulkhead bulkhead, Fence fence) {
        this.created = created;
        this.limit = limit;
        this.bulkhead = bulkhead;
        this.fence = fence;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        if (Thread.interrupted()) {
            // The bulkhead would take an interrupted thread for one that found no place.
            throw new InterruptedException();
        }
        if (!bulkhead.tryAcquirePermission()) {
            return HostReason.BUSY.later("as many calls run as this destination may have at a time");
        }
        PluginCall<Delivery> call = start(() -> created.channel().deliver(message));
        try {
            return HostReason.ofChannel(created.confidential().clean(call.await(limit)));
        } catch (TimeoutException e) {
            return overdue(call, e);
        } catch (PluginThrewException e) {
            return failed(e.thrown());
        }
    }

    /** The place in the bulkhead is given back by the call itself: one that hangs keeps it. */
    private PluginCall<Delivery> start(Callable<Delivery> code) {
        boolean started = false;
        try {
            PluginCall<Delivery> call = created.start("deliver", () -> {
                try {
                    return code.call();
                } finally {
                    bulkhead.onComplete();
                }
            });
            started = true;
            return call;
        } finally {
            if (!started) {
                bulkhead.releasePermission();
            }
        }
    }

    private Delivery overdue(PluginCall<Delivery> call, TimeoutException e) {
        if (call.isRunning()) {
            fence.putUpFor(call);
            LOG.warn("Destination {} is fenced off: its plugin {}", created.destination(), e.getMessage());
        }
        return HostReason.TIME_LIMIT.later("the plugin " + e.getMessage()).withMaybeDuplicate();
    }

    private Delivery failed(Throwable cause) {
        Throwable clean = created.confidential().clean(cause);
        LOG.warn("The plugin of destination {} failed", created.destination(), clean);
        return HostReason.PLUGIN_FAILED.later("the plugin failed with " + clean).withMaybeDuplicate();
    }

    @Override
    public void close() {
        try {
            created.start("close", () -> {
                        created.channel().close();
                        return true;
                    })
                    .await(limit);
        } catch (TimeoutException e) {
            LOG.warn("Closing destination {}: its plugin {}", created.destination(), e.getMessage());
        } catch (PluginThrewException e) {
            Throwable clean = created.confidential().clean(e.thrown());
            LOG.warn("Closing destination {}: its plugin failed", created.destination(), clean);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
