package io.tidemark.bootstrap.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.util.JavalinBindException;
import io.tidemark.application.alert.Acknowledging;
import io.tidemark.bootstrap.console.Console;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.ConsoleSources.Office;
import java.net.URI;
import java.time.Duration;
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
                        office(),
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
        RateLimit limit = new RateLimit(
                settings.guarding().rates(), parts.about().clocks().nanos());
        routes.before(limit::check);
        routes.after(limit::note);
        Sessions sessions = new Sessions(parts.about().clock());
        Gate gate = new Gate(parts.administration().access(), sessions);
        routes.beforeMatched(gate::check);
        new LoginPages(sessions, gate, console).register(routes);
        new Problems(console).register(routes);
        Calls calls = new Calls(routes);
        new HealthApi(readiness).register(calls);
        metrics.register(calls);
        new RunbooksApi(console).register(calls, routes);
        acknowledge(routes, calls);
        new Api(parts, json).register(calls);
        new TimingsApi(ingest, parts.tidemark()::intake).register(calls);
        new TracesApi(ingest, parts.tidemark()).register(calls);
        console.register(routes);
        new DocumentApi(calls).register();
    }

    private void acknowledge(JavalinDefaultRoutingApi routes, Calls calls) {
        Acknowledging acknowledging = parts.tidemark().alerting().acknowledging();
        new AcknowledgePages(acknowledging, parts.tidemark().alerting().reader(), console).register(routes);
        new CallbacksApi(
                        settings.guarding().callbacks(),
                        acknowledging,
                        bodies,
                        parts.about().clock())
                .register(calls);
    }

    private Office office() {
        Administration administration = parts.administration();
        return new Office(
                administration.audit(),
                administration.access().tokens(),
                administration.told().desk()::list,
                parts.about().settings());
    }

    /** All that is served, as it was registered. */
    List<Endpoint> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .toList();
    }
}
