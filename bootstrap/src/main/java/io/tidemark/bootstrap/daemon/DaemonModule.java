package io.tidemark.bootstrap.daemon;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tidemark.adapters.notify.dispatch.DispatchSettings;
import io.tidemark.adapters.notify.dispatch.Dispatcher;
import io.tidemark.adapters.notify.dispatch.Dispatcher.Surroundings;
import io.tidemark.adapters.notify.http.OkHttpSender;
import io.tidemark.adapters.notify.http.SenderSettings;
import io.tidemark.adapters.notify.plugin.DestinationLimits;
import io.tidemark.adapters.notify.plugin.LentServices;
import io.tidemark.adapters.notify.plugin.PluginLoader;
import io.tidemark.adapters.notify.plugin.Plugins;
import io.tidemark.adapters.notify.plugin.TimeLimit;
import io.tidemark.application.Refresher;
import io.tidemark.application.Tidemark;
import io.tidemark.application.access.Gatekeeper;
import io.tidemark.application.access.TokenDesk;
import io.tidemark.application.alert.RouteChange;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.Storages;
import io.tidemark.application.port.Topic;
import io.tidemark.application.sample.SampleLoader;
import io.tidemark.bootstrap.cli.Person;
import io.tidemark.bootstrap.cli.Version;
import io.tidemark.bootstrap.demo.DemoSettings;
import io.tidemark.bootstrap.demo.DemoWorkload;
import io.tidemark.bootstrap.destination.ConfiguredDestinations;
import io.tidemark.bootstrap.destination.DestinationDesk;
import io.tidemark.bootstrap.destination.Destinations;
import io.tidemark.bootstrap.destination.Opener;
import io.tidemark.bootstrap.destination.Rotation;
import io.tidemark.bootstrap.destination.Trial;
import io.tidemark.bootstrap.http.Administration;
import io.tidemark.bootstrap.http.Administration.Access;
import io.tidemark.bootstrap.http.Administration.Told;
import io.tidemark.bootstrap.http.HttpServer;
import io.tidemark.bootstrap.http.OnThisMachine;
import io.tidemark.bootstrap.http.Parts;
import io.tidemark.bootstrap.http.Parts.About;
import io.tidemark.bootstrap.http.Parts.Checks;
import io.tidemark.bootstrap.http.Parts.Examples;
import io.tidemark.bootstrap.local.LocalToken;
import io.tidemark.bootstrap.secret.Vault;
import io.tidemark.bootstrap.settings.EffectiveSetting;
import io.tidemark.bootstrap.settings.Secret;
import io.tidemark.bootstrap.settings.Settings;
import io.tidemark.domain.notification.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the daemon is made of. A part starts when it is first asked for, after the parts that it needs, and tells the
 * {@link Lifecycle} how it is stopped.
 */
final class DaemonModule extends AbstractModule {
    private final Settings settings;
    private final List<EffectiveSetting> effective;
    private final Path home;
    private final Clocks clocks;
    private final Lifecycle lifecycle;
    private final LocalToken local = LocalToken.random();

    /** @param effective the settings as they are shown, without secrets */
    DaemonModule(Settings settings, List<EffectiveSetting> effective, Path home, Clocks clocks) {
        this.settings = settings;
        this.effective = effective;
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
        if (settings.routes().given()) {
            RouteChange change = RouteChange.to(settings.routes().routes(), "settings", clocks.wall());
            storage.routes().replace(change.after(), change::entry);
        }
        Tidemark tidemark = Tidemark.over(storage, Translation.tidemark(settings), clocks);
        lifecycle.started("recorder", tidemark::close);
        tidemark.alerting().windows().load(settings.windows());
        return tidemark;
    }

    @Provides
    @Singleton
    Plugins plugins() throws InterruptedException {
        SenderSettings calls = Translation.callsOut(settings.delivery());
        OkHttpSender http = new OkHttpSender(calls);
        lifecycle.started("HTTP sender", left -> http.close());
        LentServices lent = new LentServices(http, clocks.wall(), calls.addresses());
        List<Path> folders = new ArrayList<>(settings.plugins().folders());
        folders.add(home.resolve("plugins"));
        Plugins plugins = new PluginLoader(lent, TimeLimit.defaults()).load(folders);
        lifecycle.started("plugins", left -> plugins.close());
        return plugins;
    }

    @Provides
    @Singleton
    Opener opener(Plugins plugins) {
        TimeLimit time = new TimeLimit(
                settings.delivery().timeLimit(), TimeLimit.defaults().grace());
        return new Opener(plugins, DestinationLimits.defaults().withTime(time), clocks.wall());
    }

    @Provides
    @Singleton
    ConfiguredDestinations configuredDestinations(Opener opener) throws InterruptedException {
        return new ConfiguredDestinations(opener, settings.destinations());
    }

    @Provides
    @Singleton
    Vault vault() {
        return Vault.of(settings.secrets().keys().stream().map(Secret::reveal).toList());
    }

    @Provides
    @Singleton
    Destinations destinations(ConfiguredDestinations configured, Storage storage, Vault vault, Opener opener) {
        return new Destinations(configured, storage.destinations(), vault, opener);
    }

    @Provides
    @Singleton
    Gatekeeper gatekeeper(Storage storage) {
        return new Gatekeeper(storage.tokens(), clocks.wall());
    }

    /** What is read here is read before anybody can call: without tokens those on this machine need none. */
    @Provides
    @Singleton
    Administration administration(
            Storage storage, Gatekeeper gatekeeper, Destinations destinations, Vault vault, Opener opener) {
        gatekeeper.refresh();
        destinations.refresh();
        Refresher refresher = Refresher.start(
                storage.signals(),
                Map.of(Topic.TOKENS, gatekeeper::refresh, Topic.DESTINATIONS, destinations::refresh),
                () -> {});
        lifecycle.started("refresher", left -> refresher.close());
        TokenDesk tokens = new TokenDesk(storage.tokens(), gatekeeper, clocks.wall());
        Told told = new Told(
                new DestinationDesk(destinations, storage.destinations(), vault, opener, clocks.wall()),
                new Trial(destinations, storage.audit(), clocks.wall()),
                new Rotation(storage.destinations(), vault, clocks.wall()));
        OnThisMachine here = new OnThisMachine(
                settings.http().admission().withoutToken(), local.hash(), "%s (local)".formatted(Person.name()));
        return new Administration(new Access(gatekeeper, tokens, here), storage.auditReader(), told);
    }

    @Provides
    @Singleton
    HttpServer http(
            Tidemark tidemark,
            Storage storage,
            Checks checks,
            Examples examples,
            Administration administration,
            About about) {
        Parts parts = new Parts(tidemark, storage.outboxReader(), checks, examples, administration, about);
        HttpServer server = HttpServer.start(Translation.server(settings), parts);
        lifecycle.started("HTTP server", left -> server.close());
        LocalOffer.leave(local, settings.data(), server.address(), lifecycle);
        return server;
    }

    @Provides
    Examples examples(Tidemark tidemark, Storage storage, DemoWorkload demo) {
        SampleLoader sample = new SampleLoader(storage, tidemark.baselines(), clocks.wall());
        return new Examples(() -> demo.start(DemoSettings.DEFAULT), sample);
    }

    @Provides
    About about(DatabaseAccess database) {
        return new About(Version.number(), database.description(), clocks.wall().instant(), effective, clocks);
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
    Dispatcher dispatcher(Storage storage, Tidemark tidemark, Destinations destinations, HttpServer server) {
        DispatchSettings dispatch = new DispatchSettings(
                settings.delivery().workers(),
                settings.delivery().lease(),
                settings.delivery().sweepInterval(),
                RetryPolicy.DEFAULT);
        URI console = settings.http().publicAddress().orElse(server.address());
        Surroundings surroundings = new Surroundings(
                destinations::byName,
                new MessageLinks(console, tidemark.alerting().acknowledgementLinks()),
                tidemark.alerting().destinationReports());
        Dispatcher dispatcher = Dispatcher.start(storage, surroundings, dispatch, clocks);
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
}
