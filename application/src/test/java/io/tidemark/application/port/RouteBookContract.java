package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.MAIL;
import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The contract of {@link RouteBook}. */
public abstract class RouteBookContract extends PortContract {
    private static final Route EVERYTHING = new Route(Severity.INFO, List.of(MAIL));
    private static final Route THE_WORST = new Route(Severity.CRITICAL, List.of(MAIL, CHAT));
    private static final Route WARNINGS = new Route(Severity.WARNING, List.of(CHAT));

    @Test
    void routes_areEmptyWhenNoneWereEverGiven() {
        assertThat(storage.routes().routes()).isEmpty();
    }

    @Test
    void routes_areInTheirOrder() {
        storage.routes().replace(List.of(THE_WORST, EVERYTHING, WARNINGS));

        assertThat(storage.routes().routes()).containsExactly(THE_WORST, EVERYTHING, WARNINGS);
    }

    @Test
    void routes_areAsTheyWereGiven() {
        Grouping grouping =
                new Grouping(List.of("branch"), Duration.ZERO, Duration.ofMillis(1_500), Duration.ofDays(3));
        Route full = new Route(
                "night / \"shift\"",
                List.of(Matcher.parse("operation=~\"commit|merge .*\""), Matcher.parse("user!=\"\"")),
                List.of(MAIL, CHAT),
                true,
                grouping);
        Route nobody = new Route("nobody", List.of(), List.of(), false, null);

        storage.routes().replace(List.of(full, nobody));

        assertThat(storage.routes().routes()).containsExactly(full, nobody);
    }

    @Test
    void replace_byAPerson_isTakenDownWithWhatWasThere_onlyWhenItChangesSomething() {
        storage.routes().replace(List.of(EVERYTHING));

        storage.routes().replace(List.of(WARNINGS), before -> changed(before + " before"));
        storage.routes().replace(List.of(WARNINGS), before -> changed("as they were"));

        assertThat(storage.auditReader().latest(AuditReader.Which.ALL, 10))
                .containsExactly(changed(List.of(EVERYTHING) + " before"));
        assertThat(storage.routes().routes()).containsExactly(WARNINGS);
    }

    @Test
    void replace_putsTheNewRoutesInPlaceOfAll() {
        storage.routes().replace(List.of(THE_WORST, EVERYTHING));
        storage.routes().replace(List.of(WARNINGS));

        assertThat(storage.routes().routes()).containsExactly(WARNINGS);
    }

    @Test
    void replace_removesAllWhenThereAreNoNewOnes() {
        storage.routes().replace(List.of(THE_WORST));
        storage.routes().replace(List.of());

        assertThat(storage.routes().routes()).isEmpty();
    }

    @Test
    void replace_happensAtOnceForWhoeverReads() throws Exception {
        List<Route> some = List.of(THE_WORST, EVERYTHING);
        List<Route> others = List.of(WARNINGS, THE_WORST, EVERYTHING);
        storage.routes().replace(some);
        Callable<List<List<Route>>> writer = () -> {
            for (int i = 0; i < 50; i++) {
                storage.routes().replace(i % 2 == 0 ? others : some);
            }
            return List.of();
        };
        Callable<List<List<Route>>> reader = () -> {
            List<List<Route>> read = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                read.add(storage.routes().routes());
            }
            return read;
        };

        List<List<Route>> read = AtOnce.run(List.of(reader, writer)).get(0);

        assertThat(read).hasSize(200).allMatch(routes -> routes.equals(some) || routes.equals(others));
    }

    @Test
    void replace_announcesRoutes() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.ROUTES, calls);

        storage.routes().replace(List.of(WARNINGS));

        calls.awaitOne();
    }

    private static AuditEntry changed(String before) {
        return new AuditEntry(minute(1), "ada", new Deed(Verb.CHANGED, "route", "all"), before, "others");
    }
}
