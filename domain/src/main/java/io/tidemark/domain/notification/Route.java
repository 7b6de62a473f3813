package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Label;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.label.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts go. Routes are asked in their order, and the first that takes an alert is the last that is asked, unless it
 * says that the next ones are asked as well.
 *
 * @param name what it is called; no two routes have the same name
 * @param matchers what an alert must be like, all of them; none take every alert
 * @param destinations whom to tell; none when nobody shall be told
 * @param goesOn whether the next routes are asked as well when this one takes an alert
 * @param grouping how its alerts are told together, or null when each is told by itself, at once
 */
public record Route(
        String name,
        List<Matcher> matchers,
        List<Destination> destinations,
        boolean goesOn,
        @Nullable Grouping grouping) {
    public static final int MAX_NAME_LENGTH = 100;

    public Route {
        requireNonNull(name, "name");
        matchers = List.copyOf(matchers);
        destinations = List.copyOf(destinations);
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "name '%s' of a route must be 1 to %d characters, none of them a control character"
                            .formatted(name, MAX_NAME_LENGTH));
        }
    }

    /** A route for alerts that are at least so bad, each told by itself; called like them. */
    public Route(Severity severity, List<Destination> destinations) {
        this(severity.name().toLowerCase(Locale.ROOT), atLeast(severity), destinations, false, null);
    }

    /** The same, but the next routes are asked as well when this one takes an alert. */
    public Route goingOn() {
        return new Route(name, matchers, destinations, true, grouping);
    }

    /** The same, but its alerts are told together. */
    public Route grouped(Grouping grouping) {
        return new Route(name, matchers, destinations, goesOn, grouping);
    }

    /** The matchers of alerts that are at least so bad: none for the least. */
    public static List<Matcher> atLeast(Severity severity) {
        if (severity == Severity.INFO) {
            return List.of();
        }
        String worse = Arrays.stream(Severity.values())
                .filter(each -> each.isAtLeast(severity))
                .map(Severity::name)
                .collect(Collectors.joining("|"));
        return List.of(new Matcher(Label.SEVERITY.word(), Operator.MATCHES, worse));
    }

    public boolean takes(Labels labels) {
        return Matcher.all(matchers, labels);
    }

    /** The matchers that an alert does not fit; none when the route takes it. */
    public List<Matcher> refusing(Labels labels) {
        return matchers.stream().filter(matcher -> !matcher.matches(labels)).toList();
    }
}
