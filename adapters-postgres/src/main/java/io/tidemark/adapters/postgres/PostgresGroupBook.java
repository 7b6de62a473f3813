package io.tidemark.adapters.postgres;

import static java.util.Comparator.comparing;

import io.tidemark.adapters.postgres.GroupMapper.JoinRow;
import io.tidemark.adapters.postgres.GroupMapper.MemberRow;
import io.tidemark.application.port.GroupBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.notification.AlertGroup;
import io.tidemark.domain.notification.AlertGroup.Member;
import io.tidemark.domain.notification.Gathering;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Lets one caller on any node decide about a group: whoever decides holds its row until all is committed. */
final class PostgresGroupBook implements GroupBook {
    private final Database database;

    PostgresGroupBook(Database database) {
        this.database = database;
    }

    /** Within the transaction that stores the alert; always in the same order, so that two alerts never wait for each other. */
    static void join(long alertId, List<Gathering> gathered, SqlSession session) {
        GroupMapper groups = session.getMapper(GroupMapper.class);
        gathered.stream()
                .sorted(comparing(Gathering::key))
                .map(gathering -> JoinRow.of(alertId, gathering))
                .forEach(groups::join);
    }

    @Override
    public boolean turn(Instant now, Judgement judgement) {
        return database.transact(session -> {
            GroupMapper groups = session.getMapper(GroupMapper.class);
            GroupRow due = groups.claim(now);
            if (due == null) {
                return false;
            }
            store(judgement.decide(group(due, groups)), session);
            return true;
        });
    }

    @Override
    public List<AlertGroup> groups() {
        return database.transact(session -> {
            GroupMapper groups = session.getMapper(GroupMapper.class);
            return groups.all().stream().map(row -> group(row, groups)).toList();
        });
    }

    private static void store(Said said, SqlSession session) {
        GroupMapper groups = session.getMapper(GroupMapper.class);
        AlertGroup after = said.after();
        if (!said.notices().isEmpty()) {
            groups.send(said.notices(), said.about().toArray(Long[]::new));
            session.getMapper(ServerMapper.class).announce(Channel.word(Topic.OUTBOX));
        }
        if (after.members().isEmpty()) {
            groups.remove(after.id());
        } else {
            keep(said, groups);
        }
    }

    private static void keep(Said said, GroupMapper groups) {
        List<Member> members = said.after().members();
        @Nullable
        String[] told = members.stream()
                .map(member -> member.told() == null ? null : member.told().name())
                .toArray(String[]::new);
        Long[] ids = members.stream().map(member -> member.alert().id()).toArray(Long[]::new);
        groups.keep(said.after().id(), said.nextTurn(), said.after().lastTold(), ids, told);
    }

    private static AlertGroup group(GroupRow row, GroupMapper groups) {
        return row.toGroup(
                groups.members(row.id()).stream().map(PostgresGroupBook::member).toList());
    }

    private static Member member(MemberRow row) {
        return new Member(row.alert().toAlert(), row.told());
    }
}
