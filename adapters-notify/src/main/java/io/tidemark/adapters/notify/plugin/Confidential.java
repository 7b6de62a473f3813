package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.Delivery;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Takes the secrets of a destination out of what its plugin says. */
final class Confidential {
    private final ChannelConfig config;

    Confidential(ChannelConfig config) {
        this.config = config;
    }

    Delivery clean(Delivery delivery) {
        Delivery clean = delivery.withDetail(config.withoutSecrets(delivery.detail()));
        String memo = delivery.memo();
        return memo == null ? clean : clean.withMemo(config.withoutSecrets(memo));
    }

    /** The throwable itself if its whole stack trace is clean, else a clean likeness of it. */
    Throwable clean(Throwable thrown) {
        try {
            String trace = trace(thrown);
            return config.withoutSecrets(trace).equals(trace)
                    ? thrown
                    : new PluginFailedException(config.withoutSecrets(thrown.toString()), thrown);
        } catch (RuntimeException e) {
            // What an exception says of itself is the plugin's code, too.
            return new PluginFailedException(thrown.getClass().getName(), thrown);
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** Stands in for an exception of a plugin that quotes a secret. */
    private static final class PluginFailedException extends Exception {
        private static final long serialVersionUID = 1;

        PluginFailedException(String message, Throwable original) {
            super(message);
            setStackTrace(original.getStackTrace());
        }
    }
}
