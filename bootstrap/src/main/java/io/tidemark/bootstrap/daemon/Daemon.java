package io.tidemark.bootstrap.daemon;

import static java.util.Objects.requireNonNullElse;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import io.tidemark.adapters.notify.dispatch.Dispatcher;
import io.tidemark.application.access.Gatekeeper;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.SchemaState;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Storages;
import io.tidemark.bootstrap.cli.CommandFailure;
import io.tidemark.bootstrap.cli.DaemonLauncher;
import io.tidemark.bootstrap.cli.ExitCode;
import io.tidemark.bootstrap.cli.SchemaReport;
import io.tidemark.bootstrap.demo.DemoSettings;
import io.tidemark.bootstrap.demo.DemoWorkload;
import io.tidemark.bootstrap.destination.ConfiguredDestinations;
import io.tidemark.bootstrap.http.CannotListenException;
import io.tidemark.bootstrap.http.HttpServer;
import io.tidemark.bootstrap.postgres.PostgresCannotStartException;
import io.tidemark.bootstrap.settings.EffectiveSetting;
import io.tidemark.bootstrap.settings.LoadedSettings;
import io.tidemark.bootstrap.settings.Settings;
import io.tidemark.bootstrap.settings.SettingsException;
import io.tidemark.bootstrap.settings.WithoutToken;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the daemon's parts in order, and runs until the process is told to end; then stops them in reverse. */
public final class Daemon implements DaemonLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Path home;
    private final Clocks clocks;

    /**
     * Makes the launcher.
     *
     * @param home the folder of the distribution, which holds {@code plugins}
     */
    public Daemon(Path home, Clocks clocks) {
        this.home = home;
        this.clocks = clocks;
    }

    @Override
    public int run(LoadedSettings loaded, @Nullable DemoSettings demo) {
        Settings settings = demo != null ? loaded.settings().forDemo() : loaded.settings();
        Injector parts = parts(settings, loaded.effective());
        Lifecycle lifecycle = parts.getInstance(Lifecycle.class);
        Thread ending = new Thread(() -> end(lifecycle), "tidemark-shutdown");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            URI address = start(parts, demo);
            LOG.info("Tidemark is ready: {} (Ctrl-C stops it)", address);
            tellWhoMayAct(parts, settings.http().admission().withoutToken(), address);
            new CountDownLatch(1).await();
        } catch (ProvisionException e) {
            lifecycle.stop();
            Runtime.getRuntime().removeShutdownHook(ending);
            throw explained(e);
        } catch (InterruptedException e) {
            lifecycle.stop();
            Thread.currentThread().interrupt();
        }
        return ExitCode.FINE;
    }

    @Override
    public void check(LoadedSettings loaded) {
        Injector parts = parts(loaded.settings(), loaded.effective());
        try {
            parts.getInstance(ConfiguredDestinations.class);
        } catch (ProvisionException e) {
            throw explained(e);
        } finally {
            parts.getInstance(Lifecycle.class).stop();
        }
    }

    @Override
    public SchemaReport schema(LoadedSettings loaded, boolean migrate) {
        Settings settings = loaded.settings();
        Lifecycle lifecycle = new Lifecycle(settings.shutdown().grace(), clocks.nanos());
        try {
            DatabaseAccess database = DatabaseAccess.visit(settings, lifecycle);
            Storage storage = Storages.create("postgres", database.storage(), clocks.wall());
            lifecycle.started("storage", left -> storage.close());
            SchemaState before = storage.schema().state();
            if (migrate && before.unknown().isEmpty()) {
                storage.prepare();
            }
            return new SchemaReport(
                    database.description(), before, storage.schema().state());
        } catch (StorageException | PostgresCannotStartException e) {
            throw CommandFailure.cannot(String.valueOf(e.getMessage()), e);
        } finally {
            lifecycle.stop();
        }
    }

    private Injector parts(Settings settings, List<EffectiveSetting> effective) {
        return Guice.createInjector(Stage.DEVELOPMENT, new DaemonModule(settings, effective, home, clocks));
    }

    /**
     * A part starts when it is first asked for, after the parts that it needs: the destinations first, as their settings
     * may be wrong, which is better known before there is a database.
     */
    private static URI start(Injector parts, @Nullable DemoSettings demo) {
        parts.getInstance(ConfiguredDestinations.class);
        URI address = parts.getInstance(HttpServer.class).address();
        parts.getInstance(Dispatcher.class);
        if (demo != null) {
            parts.getInstance(DemoWorkload.class).start(demo);
        }
        return address;
    }

    /** Whoever opens the daemon to a network should learn at once why nobody there gets in. */
    private static void tellWhoMayAct(Injector parts, WithoutToken here, URI address) {
        if (!parts.getInstance(Gatekeeper.class).isUnguarded()) {
            return;
        }
        String may = switch (here) {
            case VIEW -> "may look and record";
            case CHANGE -> "may do everything";
            case NOTHING -> "may do nothing";
        };
        LOG.info(
                "There is no access token yet: without one, callers on this machine {}. In this folder, 'tidemark tokens"
                        + " create NAME --role admin' makes the first one, to log in with at {}login",
                may,
                address);
        if (!LOOPBACK.contains(address.getHost())) {
            LOG.warn("Other machines can reach {}, but may do nothing before there is a token", address);
        }
    }

    /** The process was asked to end, which is no failure: without halting, Java would answer 130 or 143. */
    private static void end(Lifecycle lifecycle) {
        lifecycle.stop();
        LOG.info("Tidemark has stopped");
        Runtime.getRuntime().halt(ExitCode.FINE);
    }

    private static RuntimeException explained(ProvisionException e) {
        Throwable cause = requireNonNullElse(e.getCause(), e);
        if (cause instanceof SettingsException wrong) {
            return wrong;
        }
        boolean expected = cause instanceof StorageException
                || cause instanceof PostgresCannotStartException
                || cause instanceof CannotListenException;
        String sentence = expected ? String.valueOf(cause.getMessage()) : "Unexpected failure: " + cause;
        return CommandFailure.cannot(sentence, cause);
    }
}
