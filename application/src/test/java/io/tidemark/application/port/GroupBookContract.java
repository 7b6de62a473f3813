package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.GroupBook.Said;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.AlertGroup;
import io.tidemark.domain.notification.AlertGroup.Member;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Conversation;
import io.tidemark.domain.notification.Gathering;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract of {@link GroupBook}. */
public abstract class GroupBookContract extends PortContract {
    private static final Instant DUE = RECENTLY.plusSeconds(30);

    @Test
    void turn_isNobodys_withoutGroups() {
        assertThat(storage.groups().turn(DUE, group -> saying(group, minute(5))))
                .isFalse();
    }

    @Test
    void turn_comesWhenTheGroupHasWaited_withAllThatHaveJoined() {
        Alert commit = join("commit", "main");
        Alert merge = join("merge", "main");
        List<AlertGroup> seen = new ArrayList<>();

        assertThat(storage.groups().turn(DUE.minusMillis(1), watched(seen))).isFalse();
        assertThat(storage.groups().turn(DUE, watched(seen))).isTrue();

        assertThat(seen)
                .singleElement()
                .satisfies(group ->
                        assertThat(group.members()).containsExactly(new Member(commit, null), new Member(merge, null)))
                .satisfies(group -> assertThat(group.gathering()).isEqualTo(gathering("main")));
    }

    @Test
    void join_again_changesNothing() {
        join("commit", "main");
        join("commit", "main");

        assertThat(storage.groups().groups())
                .singleElement()
                .satisfies(group -> assertThat(group.members()).hasSize(1));
    }

    @Test
    void turn_keepsWhatWasToldOfEach_andComesAgainAtItsTime() {
        join("commit", "main");
        storage.groups().turn(DUE, group -> saying(group, minute(5)));

        assertThat(storage.groups().turn(minute(5).minusMillis(1), group -> saying(group, minute(9))))
                .isFalse();
        List<AlertGroup> seen = new ArrayList<>();
        assertThat(storage.groups().turn(minute(5), watched(seen))).isTrue();
        assertThat(seen).singleElement().satisfies(group -> {
            assertThat(group.lastTold()).isEqualTo(RECENTLY);
            assertThat(group.members()).extracting(Member::told).containsExactly(Severity.WARNING);
        });
    }

    @Test
    void turn_hasTheAlertsAsTheyAreNow() {
        join("commit", "main");
        storage.alerts()
                .change(
                        slow("commit"),
                        (standing, freshId) ->
                                new Decision(standing.orElseThrow().resolve(minute(1)), List.of()));

        assertThat(storage.groups().groups())
                .singleElement()
                .satisfies(group -> assertThat(
                                group.members().get(0).alert().state().isOver())
                        .isTrue());
    }

    @Test
    void turn_isThatOfTheGroupThatWaitsLongest() {
        join("commit", "main");
        join("merge", "side");
        List<AlertGroup> seen = new ArrayList<>();

        storage.groups().turn(minute(20), watched(seen));
        storage.groups().turn(minute(20), watched(seen));

        assertThat(seen)
                .extracting(group -> group.gathering().labels().get("branch"))
                .containsExactly("main", "side");
    }

    @Test
    void turn_afterWhichNobodyIsLeft_endsTheGroup_andTheNextOneHasAnotherNumber() {
        join("commit", "main");
        long first = storage.groups().groups().get(0).id();
        storage.groups().turn(DUE, GroupBookContract::ending);
        assertThat(storage.groups().groups()).isEmpty();

        join("commit", "main");

        assertThat(storage.groups().groups()).extracting(AlertGroup::id).doesNotContain(first);
    }

    @Test
    void turn_putsItsNoticesIntoTheOutbox_andEachAlertIsToldOfThem() {
        Alert commit = join("commit", "main");
        Alert merge = join("merge", "main");

        storage.groups().turn(DUE, group -> saying(group, minute(5)));

        assertThat(storage.outbox().claim(10, Duration.ofHours(1), Set.of()))
                .extracting(claim -> claim.notification().notice().content().title())
                .containsExactly("2 alerts");
        assertThat(List.of(commit, merge))
                .allSatisfy(alert -> assertThat(storage.alertReader()
                                .find(alert.id())
                                .orElseThrow()
                                .told())
                        .extracting(Told::destination)
                        .containsExactly(CHAT.name()));
    }

    @Test
    void turn_thatFails_changesNothing() {
        join("commit", "main");
        assertThatThrownBy(() -> storage.groups().turn(DUE, group -> {
                    throw new IllegalStateException("undecided");
                }))
                .hasMessageContaining("undecided");

        assertThat(storage.groups().turn(DUE, group -> saying(group, minute(5))))
                .isTrue();
    }

    @Test
    void turn_isTakenByOneOfSeveral() throws Exception {
        for (int i = 0; i < 20; i++) {
            join("commit " + i, "branch " + i);
        }
        Callable<Integer> flush = () -> {
            int turns = 0;
            while (storage.groups().turn(minute(1), group -> saying(group, minute(60)))) {
                turns++;
            }
            return turns;
        };

        List<Integer> turns = AtOnce.run(List.of(flush, flush, flush));

        assertThat(turns.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(storage.outbox().claim(100, Duration.ofHours(1), Set.of())).hasSize(20);
    }

    @Test
    void turn_announcesTheOutboxWhenThereAreNotices() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.OUTBOX, calls);
        join("commit", "main");

        storage.groups().turn(DUE, group -> saying(group, minute(5)));

        calls.awaitOne();
    }

    private Alert join(String operation, String branch) {
        return storage.alerts().change(slow(operation), (standing, freshId) -> {
            Alert alert = standing.filter(found -> !found.state().isOver())
                    .orElseGet(() -> Alert.raise(freshId.getAsLong(), sighting(slow(operation), RECENTLY)));
            return new Decision(alert, List.of(), List.of(gathering(branch)));
        });
    }

    private static Gathering gathering(String branch) {
        TreeMap<String, String> labels = new TreeMap<>();
        labels.put("branch", branch);
        labels.put("user", "");
        return new Gathering("all", labels, Grouping.byLabels("branch", "user"), List.of(CHAT), RECENTLY);
    }

    private static GroupBook.Judgement watched(List<AlertGroup> seen) {
        return group -> {
            seen.add(group);
            return saying(group, minute(30));
        };
    }

    private static Said saying(AlertGroup group, Instant nextTurn) {
        List<Member> told = group.members().stream()
                .map(member -> new Member(member.alert(), member.alert().severity()))
                .toList();
        AlertGroup after = new AlertGroup(group.id(), group.gathering(), RECENTLY, told);
        return new Said(after, nextTurn, List.of(notice(group)), ids(group));
    }

    private static Said ending(AlertGroup group) {
        AlertGroup after = new AlertGroup(group.id(), group.gathering(), RECENTLY, List.of());
        return new Said(after, minute(5), List.of(notice(group)), ids(group));
    }

    private static Notice notice(AlertGroup group) {
        return new Notice(
                Conversation.aboutGroup(group.id(), "branch main"),
                Notice.Kind.FIRING,
                Severity.WARNING,
                CHAT,
                Content.of(group.members().size() + " alerts", "slow", List.of()),
                RECENTLY);
    }

    private static Set<Long> ids(AlertGroup group) {
        return group.members().stream().map(member -> member.alert().id()).collect(Collectors.toSet());
    }
}
