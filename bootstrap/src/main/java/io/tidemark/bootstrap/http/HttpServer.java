package io.tidemark.bootstrap.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.util.JavalinBindException;
import io.tidemark.application.access.Gatekeeper;
import io.tidemark.application.alert.Acknowledging;
import io.tidemark.bootstrap.console.Console;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server with all that it serves. Its threads do not keep the process alive. */
public final class HttpServer implements AutoCloseable {
    static final int THREADS = 64;

    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);
    private static final long IDLE_MILLIS_AT_STOP = 10;

    private final HttpSettings settings;
    private final Parts parts;
    private final Readiness readiness;
    private final Bodies bodies;
    private final Ingest ingest;
    private final Metrics metrics;
    private final Console console;
    private final Javalin javalin;

    private HttpServer(HttpSettings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
        this.readiness = new Readiness(parts.checks().parts(), HEALTH_PATIENCE);
        this.bodies = new Bodies(parts.about().clocks().nanos());
        this.ingest = new Ingest(bodies);
        this.metrics = new Metrics(parts.tidemark(), parts.outbox(), ingest);
        this.console = new Console(
                new ConsoleSources(
                        parts.tidemark(),
                        parts.outbox(),
                        readiness::check,
                        parts.about().clock()),
                Caller::visitor);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @throws CannotListenException when the address is taken or is not of this machine
     */
    public static HttpServer start(HttpSettings settings, Parts parts) {
        HttpServer server = new HttpServer(settings, parts);
        try {
            server.javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            server.close();
            throw new CannotListenException(settings, e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Where it listens, with the port that was found free when none was asked for. */
    public URI address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://%s:%d/".formatted(host, javalin.port()));
    }

    /** Lets requests in hand end, for as long as the grace lasts. Closing twice changes nothing. */
    @Override
    public void close() {
        console.close();
        hurryIdleConnections();
        javalin.stop();
        readiness.close();
        metrics.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        Json json = new Json(bodies);
        config.jsonMapper(json);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setDaemon(true);
        threads.setName("tidemark-http");
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(this::stopGracefully);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        route(config.routes, json);
    }

    /** Jetty lets connections that browsers keep open idle for another second. */
    private void hurryIdleConnections() {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector kept) {
                kept.setShutdownIdleTimeout(IDLE_MILLIS_AT_STOP);
            }
        }
    }

    private void stopGracefully(Server server) {
        server.setHandler(new GracefulHandler());
        server.setStopTimeout(settings.grace().toMillis());
    }

    private void route(JavalinDefaultRoutingApi routes, Json json) {
        RequestGuard guard = new RequestGuard(settings);
        routes.before(SecurityHeaders::add);
        routes.before(guard::check);
        Sessions sessions = new Sessions(parts.about().clock());
        Gatekeeper gatekeeper = parts.administration().access().gatekeeper();
        Gate gate = new Gate(gatekeeper, sessions);
        routes.beforeMatched(gate::check);
        new LoginPages(gatekeeper, sessions, gate, console).register(routes);
        administer(routes, json);
        new Problems(console).register(routes);
        new HealthApi(readiness).register(routes);
        metrics.register(routes);
        new AlertsApi(parts.tidemark().alerts()).register(routes);
        new SilencesApi(parts.tidemark().alerting().silences(), parts.about().clock(), json).register(routes);
        new WindowsApi(parts.tidemark().alerting().windows(), parts.about().clock(), json).register(routes);
        new AlertDecisionsApi(parts.tidemark().alerting().desk(), json).register(routes);
        Acknowledging acknowledging = parts.tidemark().alerting().acknowledging();
        new AcknowledgePages(acknowledging, parts.tidemark().alerting().reader(), console).register(routes);
        new CallbacksApi(
                        settings.callbacks(),
                        acknowledging,
                        bodies,
                        parts.about().clock())
                .register(routes);
        new RoutesApi(
                        parts.tidemark(),
                        parts.administration().told().desk(),
                        parts.about().clock(),
                        json)
                .register(routes);
        new RunbooksApi(console).register(routes);
        new OperationsApi(parts.tidemark(), parts.about().clock()).register(routes);
        new ChangePointsApi(
                        parts.tidemark().analysis().levelShifts(ZoneOffset.UTC),
                        parts.tidemark().operations(),
                        parts.about().clock())
                .register(routes);
        new CatalogueApi(parts.tidemark().operations(), parts.tidemark().operationBook(), json).register(routes);
        new JobsApi(parts.tidemark(), parts.about().clock(), json).register(routes);
        new DetectionApi(parts.tidemark(), json).register(routes);
        new DetectionRulesApi(parts.tidemark(), json).register(routes);
        new ExpectedDeviationsApi(parts.tidemark(), parts.about().clock(), json).register(routes);
        new CorrelationsApi(parts.tidemark().analysis().correlation()).register(routes);
        new BottlenecksApi(parts.tidemark().analysis().bottlenecks(), json).register(routes);
        new BaselinesApi(parts.tidemark().analysis().baselines(), json).register(routes);
        new BaselineDecisionsApi(parts.tidemark().analysis().baselines(), json).register(routes);
        new BaselineMarksApi(
                        parts.tidemark().analysis().baselines(),
                        json,
                        parts.about().clock())
                .register(routes);
        new BacktestsApi(parts.tidemark().analysis().backtests(), json).register(routes);
        new ExamplesApi(parts.examples(), json).register(routes);
        new DeliveriesApi(
                        parts.outbox(),
                        parts.tidemark().deadLetters(),
                        parts.about().clock(),
                        json)
                .register(routes);
        new StatusApi(parts).register(routes);
        new TimingsApi(ingest, parts.tidemark()::intake).register(routes);
        new TracesApi(ingest, parts.tidemark()).register(routes);
        console.register(routes);
    }

    private void administer(JavalinDefaultRoutingApi routes, Json json) {
        Administration administration = parts.administration();
        new TokensApi(administration.access().tokens(), parts.about().clock(), json).register(routes);
        new AuditApi(administration.audit()).register(routes);
        new ChannelsApi(administration.told(), json).register(routes);
        new SecretsApi(administration.told().rotation(), json).register(routes);
    }

    /** All that is served, as it was registered. */
    List<Endpoint> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .toList();
    }
}
