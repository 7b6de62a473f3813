package io.tidemark.domain.notification;

import static io.tidemark.domain.alert.AlertFixture.aSighting;
import static io.tidemark.domain.alert.Severity.CRITICAL;
import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.notification.NotificationFixture.TEAM_CHAT;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.AlertGroup.Member;
import io.tidemark.domain.notification.AlertGroup.Turn;
import io.tidemark.domain.notification.Notice.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AlertGroupTest {
    private static final Grouping GROUPING =
            new Grouping(List.of("branch"), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4));

    @Test
    void turn_theFirst_tellsOfAllThatFire() {
        Turn turn = turn(NOON, null, untold(alert(1)), untold(alert(2)));

        assertThat(turn.kind()).isEqualTo(Kind.FIRING);
        assertThat(turn.fresh()).containsExactly(alert(1), alert(2));
        assertThat(turn.after().members()).containsExactly(told(alert(1)), told(alert(2)));
        assertThat(turn.after().lastTold()).isEqualTo(NOON);
    }

    @Test
    void turn_saysNothing_ofWhatHasComeAndGoneBeforeItWasTold() {
        Turn turn = turn(NOON, null, untold(over(1)));

        assertThat(turn.kind()).isNull();
        assertThat(turn.after().members()).isEmpty();
    }

    @Test
    void turn_saysNothing_whenNothingHasChanged() {
        Turn turn = turn(NOON.plus(Duration.ofMinutes(5)), NOON, told(alert(1)));

        assertThat(turn.kind()).isNull();
        assertThat(turn.after().members()).containsExactly(told(alert(1)));
    }

    @Test
    void turn_withANewOne_tellsOfAllThatFire() {
        Turn turn = turn(NOON.plusSeconds(300), NOON, told(alert(1)), untold(alert(2)));

        assertThat(turn.kind()).isEqualTo(Kind.FIRING);
        assertThat(turn.fresh()).containsExactly(alert(2));
        assertThat(turn.still()).containsExactly(alert(1));
    }

    @Test
    void turn_withAWorseOne_tellsAgain() {
        Turn turn = turn(NOON.plusSeconds(300), NOON, new Member(alert(1, CRITICAL), WARNING));

        assertThat(turn.fresh()).containsExactly(alert(1, CRITICAL));
        assertThat(turn.after().members()).containsExactly(new Member(alert(1, CRITICAL), CRITICAL));
    }

    @Test
    void turn_withOneThatIsOver_tellsOfIt_andForgetsIt() {
        Turn turn = turn(NOON.plusSeconds(300), NOON, told(over(1)), told(alert(2)));

        assertThat(turn.kind()).isEqualTo(Kind.FIRING);
        assertThat(turn.ended()).containsExactly(over(1));
        assertThat(turn.after().members()).containsExactly(told(alert(2)));
    }

    @Test
    void turn_whenAllAreOver_isTheLast() {
        Turn turn = turn(NOON.plusSeconds(300), NOON, told(over(1)), told(over(2)));

        assertThat(turn.kind()).isEqualTo(Kind.RESOLVED);
        assertThat(turn.ended()).containsExactly(over(1), over(2));
        assertThat(turn.after().members()).isEmpty();
    }

    @Test
    void turn_afterTheRepeatInterval_tellsAgainThoughNothingHasChanged() {
        assertThat(turn(NOON.plus(Duration.ofHours(4)).minusMillis(1), NOON, told(alert(1)))
                        .kind())
                .isNull();
        assertThat(turn(NOON.plus(Duration.ofHours(4)), NOON, told(alert(1))).kind())
                .isEqualTo(Kind.FIRING);
    }

    @Test
    void turn_remindsNobodyOfWhatSomebodyLooksAfter() {
        Alert taken = alert(1).acknowledge("ada", NOON, null);

        assertThat(turn(NOON.plus(Duration.ofHours(5)), NOON, told(taken)).kind())
                .isNull();
    }

    @Test
    void turn_leavesOutWhatIsQuiet_andKeepsIt() {
        AlertGroup group = group(null, untold(alert(1)), untold(alert(2)));

        Turn turn = group.turn(NOON, true, alert -> alert.id() == 1);

        assertThat(turn.fresh()).containsExactly(alert(2));
        assertThat(turn.after().members()).containsExactly(untold(alert(1)), told(alert(2)));
    }

    @Test
    void turn_ofARouteThatIsGone_saysOnlyThatAllIsOver() {
        assertThat(group(NOON, told(alert(1)), untold(alert(2)))
                        .turn(NOON.plusSeconds(300), false, alert -> false)
                        .kind())
                .isNull();
        assertThat(group(NOON, told(over(1)))
                        .turn(NOON.plusSeconds(300), false, alert -> false)
                        .kind())
                .isEqualTo(Kind.RESOLVED);
    }

    @Test
    void key_isTheSame_wheneverTheGroupBegan_andAnotherForOtherDestinations() {
        Gathering early = gathering(NOON, TEAM_CHAT);

        assertThat(gathering(NOON.plusSeconds(1), TEAM_CHAT).key()).isEqualTo(early.key());
        assertThat(gathering(NOON, new Destination("ops", "email")).key()).isNotEqualTo(early.key());
    }

    private static Turn turn(Instant now, @Nullable Instant lastTold, Member... members) {
        return group(lastTold, members).turn(now, true, alert -> false);
    }

    private static AlertGroup group(@Nullable Instant lastTold, Member... members) {
        return new AlertGroup(1, gathering(NOON, TEAM_CHAT), lastTold, List.of(members));
    }

    private static Gathering gathering(Instant since, Destination destination) {
        return new Gathering("all", new TreeMap<>(), GROUPING, List.of(destination), since);
    }

    private static Member untold(Alert alert) {
        return new Member(alert, null);
    }

    private static Member told(Alert alert) {
        return new Member(alert, alert.severity());
    }

    private static Alert over(long id) {
        return alert(id).resolve(NOON);
    }

    private static Alert alert(long id) {
        return alert(id, WARNING);
    }

    private static Alert alert(long id, Severity severity) {
        return Alert.raise(id, aSighting(severity, 3));
    }
}
