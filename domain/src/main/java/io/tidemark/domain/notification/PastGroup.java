package io.tidemark.domain.notification;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.notification.AlertGroup.Member;
import io.tidemark.domain.notification.AlertGroup.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Past alerts that would have been told together.
 *
 * @param alerts in the order in which they began
 */
record PastGroup(Gathering gathering, List<Alert> alerts) {
    static Instant begin(Alert alert) {
        return alert.recurrence().firstSeen();
    }

    List<String> destinations() {
        return gathering.destinations().stream().map(Destination::name).toList();
    }

    /** How often it would have been told up to that time: turn by turn, as each alert was then. */
    long messages(Instant until) {
        Map<Long, Alert> byId = alerts.stream().collect(Collectors.toMap(Alert::id, Function.identity()));
        List<Member> members = new ArrayList<>();
        Instant turnAt = until;
        Instant lastTold = null;
        int joined = 0;
        long messages = 0;
        while (joined < alerts.size() || !members.isEmpty()) {
            boolean joins = joined < alerts.size()
                    && (members.isEmpty() || begin(alerts.get(joined)).isBefore(turnAt));
            if (joins) {
                Alert alert = alerts.get(joined++);
                turnAt = members.isEmpty()
                        ? begin(alert).plus(gathering.grouping().waits())
                        : turnAt;
                lastTold = members.isEmpty() ? null : lastTold;
                members.add(new Member(alert, null));
            } else if (turnAt.isAfter(until)) {
                return messages;
            } else {
                Turn turn = new AlertGroup(1, gathering, lastTold, asOf(members, byId, turnAt))
                        .turn(turnAt, true, alert -> false);
                messages += turn.kind() == null ? 0 : 1;
                members = new ArrayList<>(turn.after().members());
                lastTold = turn.after().lastTold();
                turnAt = turnAt.plus(gathering.grouping().interval());
            }
        }
        return messages;
    }

    private static List<Member> asOf(List<Member> members, Map<Long, Alert> byId, Instant time) {
        return members.stream()
                .map(member ->
                        new Member(asOf(byId.getOrDefault(member.alert().id(), member.alert()), time), member.told()))
                .toList();
    }

    private static Alert asOf(Alert alert, Instant time) {
        boolean over = alert.state() instanceof Resolved end && !end.at().isAfter(time);
        return over
                ? alert
                : Alert.raise(
                        alert.id(),
                        new Sighting(alert.fingerprint(), alert.severity(), alert.evidence(), begin(alert)));
    }
}
