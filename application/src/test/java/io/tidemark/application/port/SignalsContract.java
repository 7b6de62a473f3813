package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Route;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract of {@link Signals}. */
public abstract class SignalsContract extends PortContract {
    private static final List<Route> ROUTES = List.of(new Route(Severity.INFO, List.of(CHAT)));

    @Test
    void listener_isCalledAfterTheChangeWasCommitted() throws Exception {
        CompletableFuture<List<Route>> seen = new CompletableFuture<>();
        storage.signals().subscribe(Topic.ROUTES, () -> {
            List<Route> routes = storage.routes().routes();
            if (!routes.isEmpty()) {
                seen.complete(routes);
            }
        });

        announceRoutes();

        assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(ROUTES);
    }

    @Test
    void listener_isCalledOnAThreadOfTheStorage() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.ROUTES, calls);

        announceRoutes();

        assertThat(calls.awaitOne()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void listener_isCalledBesideOthers() throws Exception {
        Calls one = new Calls();
        Calls other = new Calls();
        storage.signals().subscribe(Topic.ROUTES, one);
        storage.signals().subscribe(Topic.ROUTES, other);

        announceRoutes();

        one.awaitOne();
        other.awaitOne();
    }

    @Test
    void listener_isCalledThoughAnotherThrows() throws Exception {
        Calls before = new Calls();
        Calls after = new Calls();
        storage.signals().subscribe(Topic.ROUTES, before);
        storage.signals().subscribe(Topic.ROUTES, () -> {
            throw new IllegalStateException("this listener fails on purpose");
        });
        storage.signals().subscribe(Topic.ROUTES, after);

        announceRoutes();

        before.awaitOne();
        after.awaitOne();
    }

    @Test
    void listener_isCalledAgainThoughItThrew() throws Exception {
        Calls first = new Calls();
        Calls second = new Calls();
        storage.signals().subscribe(Topic.ROUTES, () -> {
            (first.wereNone() ? first : second).run();
            throw new IllegalStateException("this listener fails on purpose");
        });

        announceRoutes();
        first.awaitOne();
        announceRoutes();

        second.awaitOne();
    }

    @Test
    void close_endsTheCallsOfItsListenerOnly() throws Exception {
        Calls ended = new Calls();
        Calls others = new Calls();
        Subscription subscription = storage.signals().subscribe(Topic.ROUTES, ended);
        storage.signals().subscribe(Topic.ROUTES, others);
        subscription.close();

        announceRoutes();

        others.awaitOne();
        assertThat(ended.wereNone()).isTrue();
    }

    @Test
    void close_changesNothingTheSecondTime() throws Exception {
        Calls calls = new Calls();
        Subscription first = storage.signals().subscribe(Topic.ROUTES, calls);
        Subscription second = storage.signals().subscribe(Topic.ROUTES, calls);
        first.close();
        first.close();

        announceRoutes();

        calls.awaitOne();
        second.close();
    }

    private void announceRoutes() {
        storage.routes().replace(ROUTES);
    }
}
