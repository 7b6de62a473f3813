package io.tidemark.application;

import io.tidemark.application.alert.AcknowledgementLinks;
import io.tidemark.application.alert.Acknowledging;
import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.alert.AlertLabels;
import io.tidemark.application.alert.ChannelAlerts;
import io.tidemark.application.alert.Desk;
import io.tidemark.application.alert.Groups;
import io.tidemark.application.alert.Inhibition;
import io.tidemark.application.alert.Quieting;
import io.tidemark.application.alert.Rounds;
import io.tidemark.application.alert.Router;
import io.tidemark.application.alert.Routing;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.DestinationReports;
import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.Topic;
import io.tidemark.application.quiet.Expectations;
import io.tidemark.application.quiet.MaintenanceWindows;
import io.tidemark.application.quiet.SilenceDesk;
import io.tidemark.application.quiet.Silences;
import io.tidemark.application.quiet.WindowDesk;
import io.tidemark.domain.alert.QuietReason;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of what was noticed: dedup → escalation → inhibition → maintenance windows → silences → routes → outbox, and
 * the rounds that look again at what was decided.
 */
public final class Alerting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);
    private static final int MOST_AT_ONCE = 200;
    private static final long SECONDS_BETWEEN_ROUNDS = 2;

    private final Storage storage;
    private final Inhibition inhibition;
    private final AlertLabels labels;
    private final MaintenanceWindows windows;
    private final Silences silences;
    private final Expectations expectations;
    private final Router router;
    private final Groups groups;
    private final Routing routing;
    private final Clock clock;
    private final Desk desk;
    private @Nullable ScheduledExecutorService executor;

    private Alerting(Storage storage, TidemarkSettings settings, Clock clock) {
        this.storage = storage;
        this.clock = clock;
        this.inhibition = new Inhibition(storage.incidents(), clock);
        this.labels = new AlertLabels(storage.operationReader());
        this.windows = new MaintenanceWindows(storage.windows(), labels);
        this.silences = new Silences(storage.silences(), labels, clock);
        this.expectations = new Expectations(storage.expectations(), clock);
        this.router = new Router(storage.routes(), labels, settings.messages());
        List<Quieting> stages = List.of(inhibition, windows, silences, expectations);
        Quieting all = Quieting.first(stages);
        this.groups = new Groups(storage.groups(), router, all);
        this.routing = new Routing(storage, router, labels, all, clock);
        this.desk = Desk.over(storage, settings.noticing().alerts(), stages, router, clock);
    }

    /** Puts it together, and reads what it goes by. */
    static Alerting over(Storage storage, TidemarkSettings settings, Clock clock) {
        Alerting alerting = new Alerting(storage, settings, clock);
        alerting.router.refresh();
        alerting.windows.refresh();
        alerting.silences.refresh();
        alerting.refresh();
        return alerting;
    }

    /** Where sightings, and what people say about alerts, are decided about. */
    public AlertDesk desk() {
        return desk.alerts();
    }

    /** Where people take alerts on from the messages that they got. */
    public Acknowledging acknowledging() {
        return new Acknowledging(storage.links(), desk(), clock);
    }

    /** What messages need, so that people can. */
    public AcknowledgementLinks acknowledgementLinks() {
        return new AcknowledgementLinks(storage.links(), clock);
    }

    /** What looks again at what was decided, every few seconds. */
    public Rounds rounds() {
        return desk.rounds();
    }

    /** The alerts, and what became of their notifications. */
    public AlertReader reader() {
        return storage.alertReader();
    }

    /** Who is told of destinations that take nothing: an alert about them goes to the others. */
    public DestinationReports destinationReports() {
        return new ChannelAlerts(desk()::see, condition -> desk().over(condition, null), reader());
    }

    /** Whom alerts are told. */
    public RouteBook routes() {
        return storage.routes();
    }

    /** Where alerts go, and why. */
    public Routing routing() {
        return routing;
    }

    /** Where people silence alerts and put them off. */
    public SilenceDesk silences() {
        return new SilenceDesk(storage.silences(), storage.alertReader(), labels, clock);
    }

    /** Where people say when there is planned work. */
    public WindowDesk windows() {
        return new WindowDesk(storage.windows(), clock);
    }

    /** What is read anew when its topic is announced. */
    Map<Topic, Runnable> onSignal() {
        return Map.of(
                Topic.ROUTES, router::refresh,
                Topic.WINDOWS, () -> refresh(windows::hasChanged, EnumSet.of(QuietReason.MAINTENANCE_WINDOW)),
                Topic.SILENCES,
                        () -> refresh(silences::hasChanged, EnumSet.of(QuietReason.SILENCED, QuietReason.SNOOZED)));
    }

    /** Reads anew what is announced by nobody. */
    void refresh() {
        labels.refresh();
        expectations.refresh();
        inhibition.refresh();
    }

    /** Starts the rounds, on a daemon thread: whatever raises alerts also ends them, with jobs or without. */
    void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tidemark-rounds");
            thread.setDaemon(true);
            return thread;
        });
        executor = started;
        Chore chore = new Chore("Alerts cannot be looked at", this::round, started::isShutdown);
        var unused =
                started.scheduleWithFixedDelay(chore, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
    }

    /** Ends the rounds; what is cut off in the middle has changed nothing. */
    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    boolean isClosed() {
        return executor != null && executor.isShutdown();
    }

    /** What was lifted before its time is told at once: by the next round, which may be another node's. */
    private void refresh(BooleanSupplier hasChanged, Set<QuietReason> reasons) {
        if (hasChanged.getAsBoolean()) {
            int alerts = storage.alerts().lookAgain(reasons, clock.instant());
            LOG.debug("{} quiet alerts are looked at again", alerts);
        }
    }

    private void round() {
        int due = MOST_AT_ONCE;
        while (due == MOST_AT_ONCE) {
            due = rounds().look(MOST_AT_ONCE);
        }
        due = MOST_AT_ONCE;
        while (due == MOST_AT_ONCE) {
            due = groups.flush(clock.instant(), MOST_AT_ONCE);
        }
    }
}
