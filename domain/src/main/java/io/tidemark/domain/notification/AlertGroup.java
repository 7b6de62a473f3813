package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that are told together, in one conversation.
 *
 * @param id its number, which no later group has
 * @param gathering what they have in common
 * @param lastTold when it was told last, or null before it was
 * @param members its alerts as they are now, the oldest first
 */
public record AlertGroup(
        long id, Gathering gathering, @Nullable Instant lastTold, List<Member> members) {
    public AlertGroup {
        requireNonNull(gathering, "gathering");
        members = List.copyOf(members);
    }

    /**
     * One alert of a group.
     *
     * @param alert as it is now
     * @param told how bad it was when it was told of, or null when it was not yet
     */
    public record Member(Alert alert, @Nullable Severity told) {
        public Member {
            requireNonNull(alert, "alert");
        }

        private boolean isOver() {
            return alert.state().isOver();
        }

        private boolean isNews() {
            return told == null || alert.severity().compareTo(told) > 0;
        }

        private Member asTold() {
            return new Member(alert, alert.severity());
        }
    }

    /**
     * What a group says, and how it is afterwards. Whoever is told again hears of all that fires; what has come and gone
     * before it was told is never told.
     *
     * @param kind whether something still fires, or null when there is nothing to say
     * @param fresh what fires and was not told yet, or not as so bad
     * @param still what fires and was told before
     * @param ended what was told before and is over
     * @param after the group afterwards; without members it is over
     */
    public record Turn(
            Notice.@Nullable Kind kind, List<Alert> fresh, List<Alert> still, List<Alert> ended, AlertGroup after) {
        public Turn {
            fresh = List.copyOf(fresh);
            still = List.copyOf(still);
            ended = List.copyOf(ended);
        }
    }

    /**
     * What is to be said when its time has come.
     *
     * @param routed whether its route still tells its alerts so; otherwise nobody hears anything new from it, but only that
     *     all is over
     * @param quiet whether an alert is kept quiet now
     */
    public Turn turn(Instant now, boolean routed, Predicate<Alert> quiet) {
        List<Member> firing = members.stream()
                .filter(member -> !member.isOver() && !quiet.test(member.alert()))
                .toList();
        List<Alert> fresh = alerts(firing, Member::isNews);
        List<Alert> still = alerts(firing, member -> !member.isNews());
        List<Alert> ended = alerts(members, member -> member.isOver() && member.told() != null);
        boolean allOver = members.stream().allMatch(Member::isOver);
        boolean changed = !fresh.isEmpty() || !ended.isEmpty();
        if (allOver) {
            return new Turn(
                    ended.isEmpty() ? null : Notice.Kind.RESOLVED, fresh, still, ended, with(lastTold, List.of()));
        }
        if (routed && !firing.isEmpty() && (changed || isRepeatDue(now, still))) {
            List<Member> staying =
                    members.stream().filter(member -> !member.isOver()).toList();
            List<Member> told = staying.stream()
                    .map(member -> firing.contains(member) ? member.asTold() : member)
                    .toList();
            return new Turn(Notice.Kind.FIRING, fresh, still, ended, with(now, told));
        }
        return new Turn(null, fresh, still, ended, withoutUntoldEnds());
    }

    /** Nobody is reminded of what somebody looks after. */
    private boolean isRepeatDue(Instant now, List<Alert> still) {
        boolean waited = lastTold != null
                && !now.isBefore(lastTold.plus(gathering.grouping().repeats()));
        return waited && still.stream().anyMatch(alert -> !(alert.state() instanceof Acknowledged));
    }

    private AlertGroup withoutUntoldEnds() {
        return with(
                lastTold,
                members.stream()
                        .filter(member -> !member.isOver() || member.told() != null)
                        .toList());
    }

    private AlertGroup with(@Nullable Instant lastTold, List<Member> members) {
        return new AlertGroup(id, gathering, lastTold, members);
    }

    private static List<Alert> alerts(List<Member> members, Predicate<Member> which) {
        return members.stream().filter(which).map(Member::alert).toList();
    }
}
