package io.tidemark.domain.notification;

import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Matcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Which routes an alert takes.
 *
 * @param steps what each route says, in their order
 */
public record RoutePath(List<Step> steps) {
    /** What a route says of an alert. */
    public enum Outcome {
        TAKES,
        /** And the next ones are asked as well. */
        TAKES_AND_GOES_ON,
        REFUSES,
        /** One before has taken it. */
        NOT_ASKED
    }

    /**
     * What one route says.
     *
     * @param refusing the matchers that the alert does not fit; none unless it refuses
     */
    public record Step(Route route, Outcome outcome, List<Matcher> refusing) {
        public Step {
            refusing = List.copyOf(refusing);
        }

        boolean takes() {
            return outcome == Outcome.TAKES || outcome == Outcome.TAKES_AND_GOES_ON;
        }
    }

    public RoutePath {
        steps = List.copyOf(steps);
    }

    /** That of an alert with these labels. */
    public static RoutePath of(List<Route> routes, Labels labels) {
        List<Step> steps = new ArrayList<>();
        boolean taken = false;
        for (Route route : routes) {
            Step step = taken ? new Step(route, Outcome.NOT_ASKED, List.of()) : step(route, labels);
            taken = taken || step.outcome() == Outcome.TAKES;
            steps.add(step);
        }
        return new RoutePath(steps);
    }

    /** The routes that take it. */
    public List<Route> taken() {
        return steps.stream().filter(Step::takes).map(Step::route).toList();
    }

    private static Step step(Route route, Labels labels) {
        List<Matcher> refusing = route.refusing(labels);
        if (!refusing.isEmpty()) {
            return new Step(route, Outcome.REFUSES, refusing);
        }
        return new Step(route, route.goesOn() ? Outcome.TAKES_AND_GOES_ON : Outcome.TAKES, List.of());
    }
}
