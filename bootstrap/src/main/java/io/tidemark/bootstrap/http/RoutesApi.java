package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.Tidemark;
import io.tidemark.application.alert.Routing;
import io.tidemark.bootstrap.destination.DestinationDesk;
import io.tidemark.bootstrap.destination.DestinationDesk.Listed;
import io.tidemark.bootstrap.http.RouteJson.ExplanationJson;
import io.tidemark.bootstrap.http.RouteJson.ReplayJson;
import io.tidemark.bootstrap.http.RouteJson.RoutesJson;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.settings.Problem;
import io.tidemark.bootstrap.settings.RouteFile;
import io.tidemark.bootstrap.settings.SettingsException;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.notification.Route;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where alerts go: the routes, why one goes where, and what others would have done in the past. */
final class RoutesApi {
    private static final String PATH = "/api/v1/routes";
    private static final long DEFAULT_HOURS = 24;
    private static final long MOST_HOURS = 24L * 30;

    private final Tidemark tidemark;
    private final DestinationDesk destinations;
    private final Clock clock;
    private final Json json;

    RoutesApi(Tidemark tidemark, DestinationDesk destinations, Clock clock, Json json) {
        this.tidemark = tidemark;
        this.destinations = destinations;
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(Call.get(PATH).says("Lists the routes, in their order.").answers(RoutesJson.class), this::list);
        calls.add(
                Call.put(PATH)
                        .says("Replaces all routes.")
                        .takes(Wanted.class, "yaml")
                        .answers(RoutesJson.class),
                this::replace);
        calls.add(
                Call.post(PATH + "/explain")
                        .says("Tells where an alert goes and why: one that there is, or one that there might be.")
                        .takes(Asked.class)
                        .answers(ExplanationJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such alert."),
                this::explain);
        calls.add(
                Call.post(PATH + "/replay")
                        .says("Tells whom routes would have told of the alerts of the last hours; tells nobody.")
                        .takes(Tried.class)
                        .answers(ReplayJson.class),
                this::replay);
    }

    private void list(Context ctx) {
        ctx.json(RoutesJson.of(routing().routes(), List.of()));
    }

    private void replace(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        if (wanted.yaml() == null) {
            throw ProblemException.badRequest("yaml is missing: the routes, written as in the settings");
        }
        RouteFile file = parsed(wanted.yaml(), wanted.file());
        routing().replace(file.routes(), Caller.name(ctx, wanted.by()));
        ctx.json(RoutesJson.of(file.routes(), file.warnings()));
    }

    private void explain(Context ctx) {
        Asked asked = json.read(ctx, Asked.class);
        ctx.json(ExplanationJson.of(routing().explain(alert(asked))));
    }

    private void replay(Context ctx) {
        Tried tried = json.read(ctx, Tried.class);
        long hours = tried.hours() == null ? DEFAULT_HOURS : tried.hours();
        if (hours < 1 || hours > MOST_HOURS) {
            throw ProblemException.badRequest("hours %d must be from 1 to %d".formatted(hours, MOST_HOURS));
        }
        List<Route> routes = tried.yaml() == null
                ? routing().routes()
                : parsed(tried.yaml(), tried.file()).routes();
        Instant since = clock.instant().minus(Duration.ofHours(hours));
        ctx.json(ReplayJson.of(since, routing().replay(routes, RepeatPolicy.DEFAULT, since)));
    }

    private Routing routing() {
        return tidemark.alerting().routing();
    }

    private RouteFile parsed(String yaml, @Nullable String file) {
        Map<String, String> channels = new LinkedHashMap<>();
        for (Listed listed : destinations.list()) {
            channels.put(listed.name(), listed.channel());
        }
        try {
            return RouteFile.parse(requireNonNullElse(file, "routes"), yaml, channels);
        } catch (SettingsException e) {
            throw ProblemException.badRequest(
                    e.problems().stream().map(Problem::toString).toList());
        }
    }

    private Alert alert(Asked asked) {
        Long id = asked.alert();
        if (id != null) {
            return tidemark.alerts()
                    .find(id)
                    .orElseThrow(() -> ProblemException.notFound("there is no alert %d".formatted(id)))
                    .alert();
        }
        if (asked.operation() == null) {
            throw ProblemException.badRequest("name an alert, or an operation and what is wrong with it");
        }
        return ProblemException.checked(() -> asked.made(clock.instant()));
    }

    /** Routes that are wanted, by whom, and what their file is called in mistakes. */
    record Wanted(
            @Nullable String yaml,
            @Nullable String file,
            @Nullable String by) {}

    /** Routes that are to be tried on the past; without any, those that there are. */
    record Tried(
            @Nullable String yaml,
            @Nullable String file,
            @Nullable Long hours) {}

    /** An alert that there is, by its number, or one that there might be. */
    record Asked(
            @Nullable Long alert,
            @Nullable String type,
            @Nullable String severity,
            @Nullable String operation,
            @Nullable String branch,
            @Nullable String user) {
        private static final Figures MADE_UP = new Figures(30_000, 10_000, 3);

        private Alert made(Instant now) {
            AlertType its = choice(AlertType.class, requireNonNullElse(type, "THRESHOLD_EXCEEDED"));
            Severity bad = choice(Severity.class, requireNonNullElse(severity, "WARNING"));
            Evidence evidence = new Evidence(MADE_UP, null, requireNonNullElse(user, ""), null, List.of());
            Fingerprint condition = new Fingerprint(its, requireNonNullElse(operation, ""), branch);
            return Alert.raise(0, new Sighting(condition, bad, evidence, now));
        }

        private static <E extends Enum<E>> E choice(Class<E> type, String word) {
            try {
                return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "'%s' must be one of %s".formatted(word, List.of(type.getEnumConstants())), e);
            }
        }
    }
}
