package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.tidemark.domain.access.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTableTest {
    /** What is asked with more than fits into an address. */
    private static final Set<String> QUESTIONS =
            Set.of("POST /api/v1/routes/explain", "POST /api/v1/routes/replay", "POST /api/v1/silences/preview");

    private static final Set<HandlerType> FILTERS =
            Set.of(HandlerType.BEFORE, HandlerType.BEFORE_MATCHED, HandlerType.AFTER, HandlerType.AFTER_MATCHED);

    private final RunningDaemon daemon = RunningDaemon.start();

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void everyRoute_hasALineThatSaysWhoMayCallIt() {
        assertThat(routes())
                .hasSizeGreaterThan(40)
                .allSatisfy(route -> assertThat(AccessTable.of(route.method, route.path))
                        .as("who may call %s %s: add a line to AccessTable", route.method, route.path)
                        .isPresent());
    }

    @Test
    void everyLine_isThatOfARoute() {
        Set<String> registered = routes().stream()
                .map(route -> AccessTable.line(route.method, route.path))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(registered).containsAll(AccessTable.lines().keySet());
    }

    @Test
    void whateverChangesSomething_needsMoreThanToLook() {
        assertThat(AccessTable.lines()).allSatisfy((line, need) -> {
            boolean looks = line.startsWith("GET ") || QUESTIONS.contains(line);
            boolean logs = line.equals("POST /login") || line.equals("POST /logout");
            boolean asksForMore =
                    need.role().filter(role -> role != Role.VIEWER).isPresent();
            assertThat(looks || logs || asksForMore).as(line).isTrue();
        });
    }

    private List<Endpoint> routes() {
        return daemon.server().endpoints().stream()
                .filter(endpoint -> !FILTERS.contains(endpoint.method))
                .toList();
    }
}
