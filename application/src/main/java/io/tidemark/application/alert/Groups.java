package io.tidemark.application.alert;

import io.tidemark.application.port.GroupBook;
import io.tidemark.application.port.GroupBook.Said;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.notification.AlertGroup;
import io.tidemark.domain.notification.AlertGroup.Turn;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Conversation;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notice.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of alerts together, when the turn of their group has come. */
public final class Groups {
    private final GroupBook book;
    private final Router router;
    private final Quieting quiet;

    /** @param quiet whether a member is kept quiet now: it is left out of what its group says */
    public Groups(GroupBook book, Router router, Quieting quiet) {
        this.book = book;
        this.router = router;
        this.quiet = quiet;
    }

    /**
     * Decides about the groups whose turn has come.
     *
     * @param limit about how many at most
     * @return about how many it was; when it is the limit, there may be more
     */
    public int flush(Instant now, int limit) {
        int turns = 0;
        while (turns < limit && book.turn(now, group -> say(group, now))) {
            turns++;
        }
        return turns;
    }

    private Said say(AlertGroup group, Instant now) {
        boolean routed = router.tellsSo(group.gathering());
        Turn turn = group.turn(now, routed, alert -> quiet.quiet(alert, now).isPresent());
        Instant nextTurn = now.plus(group.gathering().grouping().interval());
        Kind kind = turn.kind();
        if (kind == null) {
            return new Said(turn.after(), nextTurn, List.of(), Set.of());
        }
        Set<Long> about = Stream.of(turn.fresh(), turn.still(), turn.ended())
                .flatMap(List::stream)
                .map(Alert::id)
                .collect(Collectors.toSet());
        return new Said(turn.after(), nextTurn, notices(group, kind, turn, now), about);
    }

    private List<Notice> notices(AlertGroup group, Kind kind, Turn turn, Instant now) {
        Content content = GroupWording.content(turn);
        return group.gathering().destinations().stream()
                .map(destination -> new Notice(
                        Conversation.aboutGroup(group.id(), group.gathering().subject()),
                        kind,
                        GroupWording.severity(turn),
                        destination,
                        content,
                        now))
                .filter(router::isSent)
                .toList();
    }
}
