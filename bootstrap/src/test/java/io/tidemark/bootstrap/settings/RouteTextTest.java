package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTextTest {
    private static final Map<String, String> CHANNELS = Map.of("team", "slack", "pager", "pagerduty");
    private static final Destination TEAM = new Destination("team", "slack");
    private static final Destination PAGER = new Destination("pager", "pagerduty");

    @Test
    void text_isReadAsTheSameRoutes() {
        List<Route> routes = List.of(
                new Route(
                        "no: \"1\" # 'x'",
                        List.of(Matcher.parse("operation=~\"commit|merge.*\""), Matcher.parse("branch!=")),
                        List.of(TEAM, PAGER),
                        true,
                        new Grouping(
                                List.of("type", "branch"), Duration.ZERO, Duration.ofSeconds(90), Duration.ofHours(4))),
                new Route(
                        "all together",
                        List.of(),
                        List.of(PAGER),
                        true,
                        new Grouping(List.of(), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4))),
                new Route("nobody", List.of(), List.of(), false, null));

        assertThat(RouteFile.parse("routes", RouteText.of(routes), CHANNELS).routes())
                .isEqualTo(routes);
    }

    @Test
    void text_ofNoRoutes_isReadAsNone() {
        assertThat(RouteFile.parse("routes", RouteText.of(List.of()), CHANNELS).routes())
                .isEmpty();
    }
}
