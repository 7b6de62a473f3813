package io.tidemark.adapters.notify.plugin;

/** Carries what a plugin's code threw over the border. */
final class PluginThrewException extends Exception {
    private static final long serialVersionUID = 1;

    private final Throwable thrown;

    PluginThrewException(Throwable thrown) {
        // Not super(thrown): that asks the plugin's exception to describe itself, which may fail, too.
        super(thrown.getClass().getName(), thrown);
        this.thrown = thrown;
    }

    Throwable thrown() {
        return thrown;
    }
}
