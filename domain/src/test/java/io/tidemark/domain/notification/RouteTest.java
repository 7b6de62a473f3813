package io.tidemark.domain.notification;

import static io.tidemark.domain.alert.AlertFixture.anOpenAlert;
import static io.tidemark.domain.notification.NotificationFixture.TEAM_CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.RoutePath.Outcome;
import io.tidemark.domain.operation.Category;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteTest {
    private static final Labels SLOW_COMMIT = new Labels(Map.of("operation", "commit", "severity", "CRITICAL"));

    @ParameterizedTest
    @CsvSource({"INFO, false", "WARNING, true", "CRITICAL, true"})
    void takes_alertsFromItsLeastSeverityOn(Severity severity, boolean taken) {
        Route route = new Route(Severity.WARNING, List.of(TEAM_CHAT));
        Labels labels = Labels.of(anOpenAlert(severity), operation -> Category.OTHER);

        assertThat(route.takes(labels)).isEqualTo(taken);
    }

    @Test
    void path_endsWithTheFirstRouteThatTakesTheAlert_andSaysWhyOthersDoNot() {
        Route merges = route("merges", "operation=~merge.*");
        Route commits = route("commits", "operation=commit").goingOn();
        Route all = route("all");
        Route rest = route("rest");

        RoutePath path = RoutePath.of(List.of(merges, commits, all, rest), SLOW_COMMIT);

        assertThat(path.taken()).containsExactly(commits, all);
        assertThat(path.steps())
                .extracting(RoutePath.Step::outcome)
                .containsExactly(Outcome.REFUSES, Outcome.TAKES_AND_GOES_ON, Outcome.TAKES, Outcome.NOT_ASKED);
        assertThat(path.steps().get(0).refusing()).containsExactly(Matcher.parse("operation=~merge.*"));
    }

    @Test
    void grouping_refusesARepeatIntervalShorterThanTheGroupInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grouping(List.of(), Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(4)))
                .withMessageStartingWith("repeat-interval PT4M must not be shorter than group-interval PT5M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opration", "metadata", ""})
    void grouping_refusesALabelThatThereIsNot(String label) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grouping.byLabels(label))
                .withMessageStartingWith("group-by label '%s' is unknown: there are type, severity", label);
    }

    @Test
    void grouping_takesTheLabelsItGoesBy_orAllOfThem() {
        assertThat(Grouping.byLabels("operation", "branch").of(SLOW_COMMIT))
                .isEqualTo(Map.of("operation", "commit", "branch", ""));
        assertThat(Grouping.byLabels("...").of(SLOW_COMMIT)).isEqualTo(SLOW_COMMIT.texts());
        assertThat(Grouping.byLabels().of(SLOW_COMMIT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"' ', slack", "ops, ''"})
    void destination_refusesABlankNameOrChannel(String name, String channel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Destination(name, channel))
                .withMessage("destination '%s' of channel '%s': neither may be blank", name, channel);
    }

    private static Route route(String name, String... matchers) {
        return new Route(
                name, List.of(matchers).stream().map(Matcher::parse).toList(), List.of(TEAM_CHAT), false, null);
    }
}
