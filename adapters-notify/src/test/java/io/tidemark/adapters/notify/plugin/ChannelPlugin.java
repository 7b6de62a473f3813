package io.tidemark.adapters.notify.plugin;

/** The sources of a plugin: a channel that delivers, except where a test says otherwise. */
record ChannelPlugin(String type, String making, String creating, String delivering, String closing, String saying) {
    static final String FACTORY = "acme.Factory";

    static ChannelPlugin ofType(String type) {
        return new ChannelPlugin(type, "", "", "return Delivery.delivered();", "", "");
    }

    ChannelPlugin whenMade(String code) {
        return new ChannelPlugin(type, code, creating, delivering, closing, saying);
    }

    ChannelPlugin whenCreating(String code) {
        return new ChannelPlugin(type, making, code, delivering, closing, saying);
    }

    ChannelPlugin whenDelivering(String code) {
        return new ChannelPlugin(type, making, creating, code, closing, saying);
    }

    ChannelPlugin whenClosing(String code) {
        return new ChannelPlugin(type, making, creating, delivering, code, saying);
    }

    /** With one more method of the channel. */
    ChannelPlugin saying(String method) {
        return new ChannelPlugin(type, making, creating, delivering, closing, method);
    }

    PluginJar jar() {
        return PluginJar.named(type + ".jar").source(FACTORY, source()).providing(FACTORY);
    }

    private String source() {
        return """
                package acme;
                import io.tidemark.channel.*;
                public final class Factory implements ChannelFactory {
                    public Factory() { %s }
                    @Override public String type() { return "%s"; }
                    @Override public Channel create(ChannelConfig config, ChannelHost host) {
                        %s
                        return new Chat();
                    }
                    static final class Chat implements Channel {
                        @Override public Delivery deliver(Message message) throws InterruptedException { %s }
                        @Override public void close() { %s }
                        %s
                    }
                    static void hang() {
                        while (true) {
                            java.util.concurrent.locks.LockSupport.park();
                            Thread.interrupted();
                        }
                    }
                }
                """.formatted(making, type, creating, delivering, closing, saying);
    }
}
