package io.tidemark.application.alert;

import io.tidemark.application.alert.Explanation.Message;
import io.tidemark.application.port.RouteBook;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Conversation;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Gathering;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.notification.RoutePath;
import io.tidemark.domain.operation.Category;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whom to tell: the destinations of the routes that an alert takes, at once or together with others. */
public final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final RouteBook book;
    private final Function<Alert, Labels> labels;
    private final DryRun dryRun;
    private final Messages messages;
    private volatile List<Route> routes = List.of();

    /** Without anything that settings or the catalogue of operations could say. */
    public Router(RouteBook book) {
        this(book, alert -> Labels.of(alert, operation -> Category.OTHER), MessageSettings.DEFAULT);
    }

    /** @param labels what routes can go by */
    public Router(RouteBook book, Function<Alert, Labels> labels, MessageSettings settings) {
        this.book = book;
        this.labels = labels;
        this.dryRun = settings.dryRun();
        this.messages = new Messages(settings);
    }

    /** Reads the routes anew. */
    public void refresh() {
        routes = book.routes();
    }

    /** What is said at once, to each destination of the routes that the alert takes and that do not group, once. */
    List<Notice> notices(Alert alert, Notice.Kind kind, Instant now) {
        List<Destination> destinations = new ArrayList<>();
        for (Route route : taken(alert)) {
            if (route.grouping() == null) {
                destinations.addAll(route.destinations());
            }
        }
        return notices(alert, kind, reachable(alert, destinations), now);
    }

    /** A destination that is down is told of by the others: by those of any route when there are no others here. */
    private List<Destination> reachable(Alert alert, List<Destination> destinations) {
        if (alert.fingerprint().type() != AlertType.CHANNEL_DOWN) {
            return destinations.stream().distinct().toList();
        }
        List<Destination> others = withoutSubject(alert, destinations.stream());
        return others.isEmpty()
                ? withoutSubject(alert, routes.stream().flatMap(route -> route.destinations().stream()))
                : others;
    }

    private static List<Destination> withoutSubject(Alert alert, Stream<Destination> destinations) {
        return destinations
                .filter(destination ->
                        !destination.name().equals(alert.fingerprint().subject()))
                .distinct()
                .toList();
    }

    /** What is said to those destinations; what is a dry run is written down instead. */
    List<Notice> notices(Alert alert, Notice.Kind kind, Collection<Destination> to, Instant now) {
        return to.stream()
                .map(destination -> new Notice(
                        Conversation.about(alert.id(), alert.fingerprint()),
                        kind,
                        alert.severity(),
                        destination,
                        messages.content(alert, kind, destination, now),
                        now))
                .filter(this::isSent)
                .toList();
    }

    /** With which others the alert is told, later. */
    List<Gathering> gathered(Alert alert, Instant now) {
        List<Gathering> gathered = new ArrayList<>();
        for (Route route : taken(alert)) {
            Grouping grouping = route.grouping();
            if (grouping != null
                    && !route.destinations().isEmpty()
                    && alert.fingerprint().type() != AlertType.CHANNEL_DOWN) {
                gathered.add(gathering(route, grouping, alert, now));
            }
        }
        return gathered;
    }

    private Gathering gathering(Route route, Grouping grouping, Alert alert, Instant now) {
        return new Gathering(route.name(), grouping.of(labels.apply(alert)), grouping, route.destinations(), now);
    }

    /** Why nobody is told of an alert that no stage keeps quiet. */
    Quiet nobody(Alert alert) {
        List<Route> taken = taken(alert);
        List<Destination> destinations =
                taken.stream().flatMap(route -> route.destinations().stream()).toList();
        if (!destinations.isEmpty() && destinations.stream().allMatch(dryRun::holds)) {
            return new Quiet(QuietReason.DRY_RUN, names(destinations), null);
        }
        String by = taken.isEmpty() ? "" : "route " + taken.get(0).name();
        return new Quiet(QuietReason.NO_ROUTE, by, null);
    }

    /** Where an alert goes, when, and what is said. */
    Explanation explain(Alert alert, Optional<Quiet> quiet, Instant now) {
        RoutePath path = RoutePath.of(routes, labels.apply(alert));
        List<Message> said = new ArrayList<>();
        for (Route route : path.taken()) {
            Grouping grouping = route.grouping();
            String group = grouping == null
                    ? null
                    : gathering(route, grouping, alert, now).subject();
            Instant at = grouping == null ? now : now.plus(grouping.waits());
            for (Destination destination : route.destinations()) {
                Content content = messages.content(alert, Notice.Kind.FIRING, destination, now);
                said.add(new Message(destination, at, group, dryRun.holds(destination), content));
            }
        }
        Quiet nobody = isSentToAnybody(said) ? null : nobody(alert);
        return new Explanation(labels.apply(alert), path, quiet.orElse(nobody), said);
    }

    private static boolean isSentToAnybody(List<Message> messages) {
        return messages.stream().anyMatch(message -> !message.dryRun());
    }

    /** Whether a notice is sent; when it is a dry run, it is written down. */
    boolean isSent(Notice notice) {
        if (!dryRun.holds(notice.destination())) {
            return true;
        }
        LOG.info(
                "Dry run, not sent to {}: {} {}\n{}",
                notice.destination().name(),
                notice.kind(),
                notice.content().title(),
                notice.content().text());
        return false;
    }

    /** Whether a route still tells a group so. */
    boolean tellsSo(Gathering gathering) {
        return routes.stream().anyMatch(gathering::isOf);
    }

    private List<Route> taken(Alert alert) {
        return RoutePath.of(routes, labels.apply(alert)).taken();
    }

    private static String names(List<Destination> destinations) {
        return destinations.stream().map(Destination::name).distinct().collect(Collectors.joining(", "));
    }
}
