package io.tidemark.bootstrap.http;

import io.tidemark.application.SettableClock;
import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.access.Gatekeeper;
import io.tidemark.application.access.TokenDesk;
import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.JobBook;
import io.tidemark.application.port.JobBook.Offer;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.application.sample.SampleLoader;
import io.tidemark.bootstrap.destination.DestinationDesk;
import io.tidemark.bootstrap.destination.Destinations;
import io.tidemark.bootstrap.destination.EchoChannelFactory;
import io.tidemark.bootstrap.destination.Opener;
import io.tidemark.bootstrap.destination.Rotation;
import io.tidemark.bootstrap.destination.Trial;
import io.tidemark.bootstrap.http.Administration.Access;
import io.tidemark.bootstrap.http.Administration.Told;
import io.tidemark.bootstrap.http.HttpSettings.Guarding;
import io.tidemark.bootstrap.http.Parts.About;
import io.tidemark.bootstrap.http.Parts.Checks;
import io.tidemark.bootstrap.http.Parts.Examples;
import io.tidemark.bootstrap.local.LocalToken;
import io.tidemark.bootstrap.secret.Vault;
import io.tidemark.bootstrap.settings.CallbackSettings;
import io.tidemark.bootstrap.settings.EffectiveSetting;
import io.tidemark.bootstrap.settings.RateSettings;
import io.tidemark.bootstrap.settings.Secret;
import io.tidemark.bootstrap.settings.WithoutToken;
import io.tidemark.domain.access.Role;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Attempt.Answer;
import io.tidemark.domain.notification.Attempt.Outcome;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.Span;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A whole daemon in memory, on a port of its own, with a clock that is set by hand. */
public final class RunningDaemon implements AutoCloseable {
    static final CallbackSettings CALLBACKS =
            new CallbackSettings(new Secret("the signing secret of Slack"), new Secret("the secret of PagerDuty"));

    public static final Instant NOW = Instant.parse("2026-11-20T14:31:20Z");
    public static final Destination TEAM = new Destination("team", "slack");
    public static final Destination ON_CALL = new Destination("on-call", "pagerduty");

    private static final Context ADA = Context.of("ada");
    private static final List<EffectiveSetting> SETTINGS = List.of(
            new EffectiveSetting(List.of("http", "port"), "8080", "tidemark.yaml:3"),
            new EffectiveSetting(List.of("destinations", "team", "webhook-url"), "\"***\"", "tidemark.yaml:7"));
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SettableClock clock;
    private final WatchedLog log;
    private final Storage storage;
    private final Tidemark tidemark;
    private final AlertDesk desk;
    private final Parts parts;
    private final HttpServer server;
    private final LocalToken local = LocalToken.random();
    private final AtomicInteger demoStarts = new AtomicInteger();

    private RunningDaemon(
            Storage kept, SettableClock clock, Map<String, Supplier<Health>> checked, WithoutToken withoutToken) {
        this.clock = clock;
        log = new WatchedLog(kept.timings());
        storage = log.over(kept);
        Clocks clocks = new Clocks(clock, System::nanoTime);
        storage.routes()
                .replace(List.of(
                        new Route(Severity.INFO, List.of(TEAM)).goingOn(),
                        new Route(Severity.CRITICAL, List.of(ON_CALL))));
        tidemark = Tidemark.over(storage, TidemarkSettings.defaults(), clocks);
        desk = tidemark.alerting().desk();
        parts = new Parts(
                tidemark,
                storage.outboxReader(),
                new Checks(checked, () -> Map.of(TEAM.name(), Health.up("slack"))),
                new Examples(demoStarts::incrementAndGet, new SampleLoader(storage, tidemark.baselines(), clock)),
                administration(withoutToken),
                new About("1.2.3", "memory", clock.instant().minusSeconds(60), SETTINGS, clocks));
        server = HttpServer.start(
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        new Guarding(List.of("tidemark.example"), RateSettings.DEFAULT, CALLBACKS),
                        Duration.ofSeconds(2)),
                parts);
    }

    public static RunningDaemon start() {
        return startAt(NOW);
    }

    public static RunningDaemon startAt(Instant now) {
        return startAt(now, WithoutToken.CHANGE);
    }

    /** With what callers on this machine may do: everything, unless it is said here. */
    static RunningDaemon startFor(WithoutToken withoutToken) {
        return startAt(NOW, withoutToken);
    }

    private static RunningDaemon startAt(Instant now, WithoutToken withoutToken) {
        SettableClock clock = new SettableClock(now);
        return over(inMemory(clock), clock, withoutToken);
    }

    /** Over a storage that whoever opened it closes. */
    static RunningDaemon over(Storage storage, Instant now) {
        return over(storage, new SettableClock(now), WithoutToken.CHANGE);
    }

    private static RunningDaemon over(Storage storage, SettableClock clock, WithoutToken withoutToken) {
        return new RunningDaemon(
                storage,
                clock,
                Map.of("database", () -> Health.up("in memory"), "recorder", () -> Health.up("writes")),
                withoutToken);
    }

    /** Minutes are kept for two hours and folded into hours then: an hour behind, it keeps three. */
    private static Storage inMemory(Clock clock) {
        return Storages.create("memory", StorageSettings.NONE, Clock.offset(clock, Duration.ofMinutes(-59)));
    }

    static RunningDaemon startWith(Map<String, Supplier<Health>> parts) {
        SettableClock clock = new SettableClock(NOW);
        return new RunningDaemon(inMemory(clock), clock, parts, WithoutToken.CHANGE);
    }

    private Administration administration(WithoutToken withoutToken) {
        Gatekeeper gatekeeper = new Gatekeeper(storage.tokens(), clock);
        Opener opener = EchoChannelFactory.opener(clock);
        Vault vault = Vault.of(List.of(Vault.newKey()));
        Destinations destinations = new Destinations(
                EchoChannelFactory.configured(opener, Map.of()), storage.destinations(), vault, opener);
        return new Administration(
                new Access(
                        gatekeeper,
                        new TokenDesk(storage.tokens(), gatekeeper, clock),
                        new OnThisMachine(withoutToken, local.hash(), "ada (local)")),
                storage.auditReader(),
                new Told(
                        new DestinationDesk(destinations, storage.destinations(), vault, opener, clock),
                        new Trial(destinations, storage.audit(), clock),
                        new Rotation(storage.destinations(), vault, clock)));
    }

    /** What the owner of the data folder shows. */
    String localToken() {
        return local.reveal();
    }

    /** Makes a token and returns its text. */
    public String token(String name, Role role) {
        return parts.administration()
                .access()
                .tokens()
                .issue(name, role, null, "ada")
                .text();
    }

    /** The same duration, that many times, ending now. */
    public void ran(String operation, Duration duration, int times) {
        storage.timings()
                .append(Collections.nCopies(
                        times, new Timing(operation, Timing.toMicros(duration), clock.instant(), ADA)));
    }

    /** What becomes of timings on their way into the storage. */
    WatchedLog log() {
        return log;
    }

    /** How many timings of an operation the storage counts. */
    long counted(String operation) {
        return storage.rollups().counts().getOrDefault(operation, 0L);
    }

    /** What the storage has of a trace. */
    public List<Span> spans(String traceId) {
        return storage.traceReader().spans(traceId);
    }

    public void merged(List<Merge> merges) {
        storage.merges().append(merges);
    }

    public void spanned(List<Span> spans) {
        storage.traces().append(spans);
    }

    public void append(List<Timing> timings) {
        storage.timings().append(timings);
    }

    /** Makes a baseline of what was recorded. */
    public ActiveBaseline learned(String operation) {
        return tidemark.calculateBaseline(operation);
    }

    /** Something was seen about an operation as a whole. */
    public void saw(AlertType type, String operation, Evidence evidence) {
        desk.see(List.of(
                new Sighting(new Fingerprint(type, operation, null), Severity.WARNING, evidence, clock.instant())));
    }

    /** A run was seen that broke a baseline. */
    public void saw(Severity severity, Scope scope, Figures figures) {
        desk.see(List.of(new Sighting(
                new Fingerprint(AlertType.THRESHOLD_EXCEEDED, scope.operation(), scope.branch()),
                severity,
                new Evidence(figures, 1L, "ada", null, List.of()),
                clock.instant())));
    }

    /** The numbers of the messages of a status, the youngest first. */
    public List<Long> messages(DeliveryStatus status) {
        return storage.outboxReader().deliveries(status, null, 100).stream()
                .map(OutboxReader.Sent::id)
                .toList();
    }

    /** Whatever is due is tried once, and arrives, except what goes to {@code failing}. */
    public void delivered(String failing, Next onFailure) {
        Answer answer = new Answer("tried", "tried", null, null, null);
        for (Claim claim : storage.outbox().claim(1_000, LEASE, Set.of())) {
            boolean fails = claim.notification().notice().destination().name().equals(failing);
            Attempt attempt = new Attempt(
                    clock.instant(), Duration.ofMillis(40), fails ? Outcome.RETRY_LATER : Outcome.DELIVERED, answer);
            storage.outbox().settle(new Settlement(claim, attempt, fails ? onFailure : new Next.Delivered()));
        }
    }

    /** What is due at a destination is tried, and its receiver asks to be left alone. */
    public void asksForRest(String destination, Duration rest) {
        Answer answer = new Answer("http_429", "too many requests", null, null, null);
        for (Claim claim : storage.outbox().claim(1_000, LEASE, Set.of())) {
            if (claim.notification().notice().destination().name().equals(destination)) {
                Attempt attempt = new Attempt(clock.instant(), Duration.ofMillis(40), Outcome.RETRY_LATER, answer);
                storage.outbox().settle(new Settlement(claim, attempt, new Next.Again(rest), rest));
            }
        }
    }

    /** A job becomes known, which nobody runs. */
    public void offers(String job, Schedule schedule) {
        storage.jobs().register(List.of(new Offer(job, "Does something.", schedule)), clock.instant());
    }

    /** A job was run, which then took so long. */
    public void jobRan(String job, Duration took, JobRun.Outcome outcome, String detail) {
        JobState seen = storage.jobReader().jobs().stream()
                .filter(one -> one.name().equals(job))
                .findFirst()
                .orElseThrow();
        JobStart start = new JobStart(clock.instant(), clock.instant(), "node-1", null);
        Instant next = seen.timetable().schedule().next(clock.instant()).orElse(null);
        JobBook.Claim claim = storage.jobs().claim(seen, start, next, LEASE).orElseThrow();
        storage.jobs().settle(claim, new JobRun(job, start, clock.instant().plus(took), outcome, detail));
    }

    public void passes(Duration time) {
        clock.advance(time);
    }

    public Instant now() {
        return clock.instant();
    }

    public URI address() {
        return server.address();
    }

    public Tidemark tidemark() {
        return tidemark;
    }

    Parts parts() {
        return parts;
    }

    Parts partsOver(OutboxReader outbox) {
        return new Parts(tidemark, outbox, parts.checks(), parts.examples(), parts.administration(), parts.about());
    }

    Parts partsWithDemo(Runnable demo) {
        return new Parts(
                tidemark,
                parts.outbox(),
                parts.checks(),
                new Examples(demo, parts.examples().sample()),
                parts.administration(),
                parts.about());
    }

    HttpServer server() {
        return server;
    }

    int demoStarts() {
        return demoStarts.get();
    }

    @Override
    public void close() {
        server.close();
        tidemark.close();
        storage.close();
    }
}
