package io.tidemark.bootstrap.daemon;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tidemark.adapters.notify.dispatch.DispatchSettings;
import io.tidemark.adapters.notify.dispatch.Dispatcher;
import io.tidemark.adapters.notify.http.OkHttpSender;
import io.tidemark.adapters.notify.plugin.LentServices;
import io.tidemark.adapters.notify.plugin.PluginLoader;
import io.tidemark.adapters.notify.plugin.Plugins;
import io.tidemark.adapters.notify.plugin.TimeLimit;
import io.tidemark.application.Tidemark;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.Storages;
import io.tidemark.application.sample.SampleLoader;
import io.tidemark.bootstrap.cli.Version;
import io.tidemark.bootstrap.demo.DemoSettings;
import io.tidemark.bootstrap.demo.DemoWorkload;
import io.tidemark.bootstrap.http.HttpServer;
import io.tidemark.bootstrap.http.Parts;
import io.tidemark.bootstrap.http.Parts.About;
import io.tidemark.bootstrap.http.Parts.Checks;
import io.tidemark.bootstrap.http.Parts.Examples;
import io.tidemark.bootstrap.settings.Settings;
import io.tidemark.channel.Links;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the daemon is made of. A part starts when it is first asked for, after the parts that it needs, and tells the
 * {@link Lifecycle} how it is stopped.
 */
final class DaemonModule extends AbstractModule {
    private final Settings settings;
    private final Path home;
    private final Clocks clocks;
    private final Lifecycle lifecycle;

    DaemonModule(Settings settings, Path home, Clocks clocks) {
        this.settings = settings;
        this.home = home;
        this.clocks = clocks;
        this.lifecycle = new Lifecycle(settings.shutdown().grace(), clocks.nanos());
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        bind(Lifecycle.class).toInstance(lifecycle);
    }

    @Provides
    @Singleton
    DatabaseAccess database() {
        return DatabaseAccess.open(settings, lifecycle);
    }

    @Provides
    @Singleton
    Storage storage(DatabaseAccess database) {
        Storage storage = Storages.create("postgres", database.storage(), clocks.wall());
        lifecycle.started("storage", left -> storage.close());
        storage.prepare();
        return storage;
    }

    @Provides
    @Singleton
    Tidemark tidemark(Storage storage) {
        storage.routes().replace(Translation.routes(settings));
        Tidemark tidemark = Tidemark.over(storage, Translation.tidemark(settings), clocks);
        lifecycle.started("recorder", tidemark::close);
        return tidemark;
    }

    @Provides
    @Singleton
    Plugins plugins() throws InterruptedException {
        OkHttpSender http = new OkHttpSender(Translation.callsOut(settings.delivery()));
        lifecycle.started("HTTP sender", left -> http.close());
        boolean plainHttp = settings.delivery().outgoingCalls().allowPlainHttp();
        LentServices lent = new LentServices(http, clocks.wall(), plainHttp);
        List<Path> folders = new ArrayList<>(settings.plugins().folders());
        folders.add(home.resolve("plugins"));
        Plugins plugins = new PluginLoader(lent, TimeLimit.defaults()).load(folders);
        lifecycle.started("plugins", left -> plugins.close());
        return plugins;
    }

    @Provides
    @Singleton
    Destinations destinations(Plugins plugins) throws InterruptedException {
        return new Destinations(
                plugins, settings.destinations(), settings.delivery().timeLimit());
    }

    @Provides
    @Singleton
    HttpServer http(Tidemark tidemark, Storage storage, Checks checks, DemoWorkload demo, About about) {
        SampleLoader sample = new SampleLoader(storage, tidemark.baselines(), clocks.wall());
        Examples examples = new Examples(() -> demo.start(DemoSettings.DEFAULT), sample);
        Parts parts = new Parts(tidemark, storage.outboxReader(), checks, examples, about);
        HttpServer server = HttpServer.start(Translation.server(settings), parts);
        lifecycle.started("HTTP server", left -> server.close());
        return server;
    }

    @Provides
    About about(DatabaseAccess database) {
        return new About(Version.number(), database.description(), clocks.wall().instant(), clocks);
    }

    @Provides
    Checks checks(DatabaseAccess database, Storage storage, Tidemark tidemark, Destinations destinations) {
        Map<String, Supplier<Health>> parts = new LinkedHashMap<>();
        parts.put("database", () -> database.end().get().map(Health::down).orElseGet(storage::health));
        parts.put("recorder", () -> RecorderHealth.of(tidemark.report(), tidemark.heldBack()));
        return new Checks(parts, destinations::health);
    }

    @Provides
    @Singleton
    Dispatcher dispatcher(Storage storage, Destinations destinations, HttpServer server) {
        DispatchSettings dispatch = new DispatchSettings(
                settings.delivery().workers(),
                settings.delivery().lease(),
                settings.delivery().sweepInterval(),
                RetryPolicy.DEFAULT);
        URI console = settings.http().publicAddress().orElse(server.address());
        Dispatcher dispatcher = Dispatcher.start(storage, destinations.byName(), links(console), dispatch, clocks);
        lifecycle.started("dispatcher", dispatcher::close);
        return dispatcher;
    }

    @Provides
    @Singleton
    DemoWorkload demo(Tidemark tidemark, Storage storage) {
        DemoWorkload demo = new DemoWorkload(
                tidemark, storage, settings.recording().retention().retention(), clocks.wall());
        lifecycle.started("demo", left -> demo.close());
        return demo;
    }

    private static Function<Notice, Links> links(URI console) {
        return notice -> {
            Long alert = notice.conversation().alertId();
            return Links.to(alert == null ? console : console.resolve("#alert-" + alert));
        };
    }
}
