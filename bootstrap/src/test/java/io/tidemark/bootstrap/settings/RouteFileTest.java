package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Route;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RouteFileTest {
    private static final Map<String, String> CHANNELS = Map.of("team", "slack", "pager", "pagerduty");

    @Test
    void parse_readsARouteWithEverything() {
        RouteFile file = parse("""
                routes:
                  - name: nights
                    severity: critical
                    match: ['operation=~"commit|merge.*"', branch!=""]
                    destinations: [pager]
                    continue: true
                    group-by: [type, branch]
                    group-wait: 10s
                    group-interval: 1m
                    repeat-interval: 2h
                  - destinations: []
                """);

        assertThat(file.routes())
                .containsExactly(
                        new Route(
                                "nights",
                                List.of(
                                        Matcher.parse("severity=~CRITICAL"),
                                        Matcher.parse("operation=~\"commit|merge.*\""),
                                        Matcher.parse("branch!=\"\"")),
                                List.of(new Destination("pager", "pagerduty")),
                                true,
                                new Grouping(
                                        List.of("type", "branch"),
                                        Duration.ofSeconds(10),
                                        Duration.ofMinutes(1),
                                        Duration.ofHours(2))),
                        new Route("route 2", List.of(), List.of(), false, null));
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void parse_warnsOfRoutesThatNoAlertReaches() {
        RouteFile file = parse("""
                routes:
                  - {name: all, destinations: [team]}
                  - {name: rest, destinations: [pager]}
                """);

        assertThat(file.warnings())
                .extracting(Problem::toString)
                .containsExactly("routes.yaml:3:5: no alert reaches rest, as all before takes them all; "
                        + "move it up, or say continue: true there");
    }

    @Test
    void parse_reportsEveryMistakeAtOnce_withItsLineAndWhatWasMeant() throws Exception {
        List<String> mistakes = mistakesIn(resource("routes-mistakes.yaml"));

        assertThat(mistakes).hasSizeGreaterThanOrEqualTo(20);
        assertThat(mistakes)
                .anySatisfy(mistake -> assertThat(mistake).startsWith("4:").contains("Did you mean \"severity\"?"))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("5:").contains("did you mean \"pager\"?"))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("9:").contains("did you mean \"operation\"?"))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("11:").contains("is no regular expression"))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("18:").contains("did you mean \"branch\"?"))
                .anySatisfy(mistake ->
                        assertThat(mistake).startsWith("24:").contains("no shorter than group-interval (10m)"));
    }

    private static List<String> mistakesIn(String yaml) {
        return catchThrowableOfType(SettingsException.class, () -> parse(yaml)).problems().stream()
                .map(problem -> "%d:%d %s"
                        .formatted(problem.place().line(), problem.place().column(), problem.message()))
                .toList();
    }

    private static RouteFile parse(String yaml) {
        return RouteFile.parse("routes.yaml", yaml, CHANNELS);
    }

    private static String resource(String name) throws Exception {
        try (InputStream file = RouteFileTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
