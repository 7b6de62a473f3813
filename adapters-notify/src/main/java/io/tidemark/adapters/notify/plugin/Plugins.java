package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelConfigException;
import io.tidemark.channel.ChannelFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that were found, and the destinations made of them. */
public final class Plugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final Map<String, Offer> offers;
    private final List<PluginProblem> problems;
    private final List<PluginClassLoader> loaders;
    private final LentServices lent;
    private final List<Destination> opened = new CopyOnWriteArrayList<>();

    Plugins(Discovery discovery, LentServices lent) {
        this.offers = discovery.unambiguousOffers();
        this.problems = discovery.problems();
        this.loaders = discovery.loaders();
        this.lent = lent;
    }

    /** The channel types on offer. */
    public SortedSet<String> types() {
        return new TreeSet<>(offers.keySet());
    }

    /** What looks like a plugin and is not on offer. */
    public List<PluginProblem> problems() {
        return problems;
    }

    /**
     * Makes the channel of a destination. It is closed together with this.
     *
     * @throws DestinationException if nobody offers its type, if its settings are wrong, or if the plugin fails
     */
    public Destination open(DestinationConfig config) throws InterruptedException {
        Offer offer = offers.get(config.type());
        if (offer == null) {
            throw new NoOffer(config, types(), problems).exception();
        }
        Destination destination = new Destination(config, create(config, offer), lent.clock());
        opened.add(destination);
        return destination;
    }

    private CreatedChannel create(DestinationConfig config, Offer offer) throws InterruptedException {
        ChannelConfig values = lent.addresses().plainHttp()
                ? ChannelConfig.allowingPlainHttp(config.name(), config.values())
                : ChannelConfig.of(config.name(), config.values());
        LentHost host = new LentHost(config.name(), lent);
        Confidential confidential = new Confidential(values);
        String failure = "destination '" + config.name() + "' cannot be opened: the plugin in " + offer.origin();
        try {
            CreatedChannel.Manners manners = PluginCall.run(
                    config.name() + " create",
                    offer.loader(),
                    config.limits().time(),
                    () -> created(offer.factory(), values, host));
            return new CreatedChannel(config.name(), manners, offer.loader(), confidential);
        } catch (TimeoutException e) {
            throw new DestinationException(failure + " " + e.getMessage(), e);
        } catch (PluginThrewException e) {
            Throwable clean = confidential.clean(e.thrown());
            throw clean instanceof ChannelConfigException wrong
                    ? new DestinationException(String.valueOf(wrong.getMessage()), wrong)
                    : new DestinationException(failure + " failed with " + clean, clean);
        }
    }

    /** Checks the settings once more, for a factory that forgot to; a channel that cannot be used is closed again. */
    private static CreatedChannel.Manners created(ChannelFactory factory, ChannelConfig values, LentHost host) {
        Channel channel = factory.create(values, host);
        boolean usable = false;
        try {
            values.check();
            CreatedChannel.Manners manners = CreatedChannel.Manners.of(channel);
            usable = true;
            return manners;
        } finally {
            if (!usable && channel != null) {
                channel.close();
            }
        }
    }

    /** Closes a destination that is needed no more, before everything else is closed. */
    public void close(Destination destination) {
        destination.close();
        opened.remove(destination);
    }

    /** Closes the destinations, then the plugins' jars. */
    @Override
    public void close() {
        opened.forEach(Destination::close);
        opened.clear();
        loaders.forEach(Plugins::close);
    }

    private static void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.warn("The jars of plugin {} could not be closed", loader.getName(), e);
        }
    }

    @Override
    public String toString() {
        return "Plugins[types " + offers.keySet() + ", problems " + problems.size() + ", destinations " + opened + "]";
    }
}
