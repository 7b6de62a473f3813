package io.tidemark.domain.notification;

import static io.tidemark.domain.alert.AlertFixture.anOpenAlert;
import static io.tidemark.domain.notification.NotificationFixture.TEAM_CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.alert.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouteTest {
    @ParameterizedTest
    @CsvSource({"INFO, false", "WARNING, true", "CRITICAL, true"})
    void takes_alertsFromItsLeastSeverityOn(Severity severity, boolean taken) {
        Route route = new Route(Severity.WARNING, List.of(TEAM_CHAT));
        assertThat(route.takes(anOpenAlert(severity))).isEqualTo(taken);
    }

    @Test
    void route_refusesToLeadNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Route(Severity.INFO, List.of()))
                .withMessage("a route must name at least one destination");
    }

    @Test
    void route_keepsItsOwnListOfDestinations() {
        List<Destination> destinations = new ArrayList<>(List.of(TEAM_CHAT));
        Route route = new Route(Severity.INFO, destinations);
        destinations.clear();
        assertThat(route.destinations()).containsExactly(TEAM_CHAT);
    }

    @ParameterizedTest
    @CsvSource({"' ', slack", "ops, ''"})
    void destination_refusesABlankNameOrChannel(String name, String channel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Destination(name, channel))
                .withMessage("destination '%s' of channel '%s': neither may be blank", name, channel);
    }
}
