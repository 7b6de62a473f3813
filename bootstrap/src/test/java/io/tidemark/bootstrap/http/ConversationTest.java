package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tidemark.bootstrap.console.MergeWorld;
import io.tidemark.bootstrap.settings.Secret;
import io.tidemark.domain.access.Role;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.schedule.Schedule;
import io.tidemark.domain.timing.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes every call of the document, in a right and in a wrong way, and holds each answer against what the document says
 * about its status. A call that is not made here fails the build.
 */
class ConversationTest {
    /** Status, method, address and body. The order matters: they are calls to one daemon. */
    private static final String CALLS = """
            200 GET /health/live
            200 GET /health/ready
            200 GET /metrics
            200 GET /api/v1/openapi.json
            200 GET /api/v1/status
            200 GET /api/v1/settings

            200 POST /api/v1/timings [{"operation":"commit","durationMillis":6.1,"user":"ada","metadata":{"files":3}}]
            200 POST /api/v1/timings {"timings":[{"operation":"commit","durationMicros":6100,"user":"ada"}]}
            200 POST /api/v1/timings?partial=true [{"operation":"commit","durationNanos":6100000,"user":"ada"}]
            200 POST /v1/traces {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","name":"place order","startTimeUnixNano":"1795185000000000000","endTimeUnixNano":"1795185000050000000"}]}]}]}
            400 POST /v1/traces {"resourceSpans":7}

            200 GET /api/v1/operations?hours=1&limit=5
            200 GET /api/v1/operations/timeline?operation=commit&from=2026-11-20T12:00:00Z&to=2026-11-20T15:00:00Z
            400 GET /api/v1/operations/timeline?operation=commit&from=2026-11-20T15:00:00Z&to=2026-11-20T12:00:00Z
            404 GET /api/v1/operations/timeline?operation=comit
            200 GET /api/v1/operations/heat-map?operation=commit&branch=main
            200 GET /api/v1/operations/heat-map?operation=commit&hours=2
            404 GET /api/v1/operations/heat-map?operation=comit
            200 GET /api/v1/operations/slowest?operation=commit&limit=3
            404 GET /api/v1/operations/slowest?operation=comit
            200 GET /api/v1/me
            200 GET /api/v1/catalogue
            200 POST /api/v1/catalogue {"operation":"commit","tracked":true,"description":"Keeps what was changed."}
            404 POST /api/v1/catalogue {"operation":"comit","tracked":true}
            200 GET /api/v1/anomalies?operation=commit&hours=3&method=classic
            404 GET /api/v1/anomalies?operation=comit
            200 GET /api/v1/degradations?operation=commit&days=14
            404 GET /api/v1/degradations?operation=comit
            200 POST /api/v1/detections {"operation":"commit","hours":2,"method":"robust"}
            404 POST /api/v1/detections {"operation":"comit"}
            200 PUT /api/v1/detection-rules/commit {"warning":3.5,"critical":6,"alerting":["combined"]}
            404 PUT /api/v1/detection-rules/comit {"warning":3.5}
            200 GET /api/v1/detection-rules
            200 DELETE /api/v1/detection-rules/commit
            404 DELETE /api/v1/detection-rules/commit
            201 POST /api/v1/expected-deviations {"operation":"commit","until":"2026-11-20T18:00:00Z","who":"ada","why":"load"}
            200 GET /api/v1/expected-deviations
            200 DELETE /api/v1/expected-deviations/1
            404 DELETE /api/v1/expected-deviations/1
            200 GET /api/v1/change-points?operation=commit&days=7&step=hour&percentile=p99&window=24&maxP=0.01&minMagnitude=0.2
            404 GET /api/v1/change-points?operation=comit
            200 GET /api/v1/correlations?hours=2&threshold=0.5&raw=true&limit=10
            201 POST /api/v1/correlations/rules {"bottleneck":"REFS","recommendation":"Look at refs.","operations":["branch_*"]}
            200 GET /api/v1/correlations/rules
            200 DELETE /api/v1/correlations/rules/1
            404 DELETE /api/v1/correlations/rules/1
            200 POST /api/v1/backtests {"operation":"commit","rule":"threshold","setting":3,"days":2,"mostAWeek":1}
            404 POST /api/v1/backtests {"operation":"comit"}

            201 POST /api/v1/deployments {"version":"2.3.1","at":"2026-11-20T14:00:00Z","operations":["commit"],"link":"https://ci.example.org/7","note":"A new index.","by":"ci"}
            400 POST /api/v1/deployments {"version":"2.3.1","link":"javascript:alert(1)"}
            200 GET /api/v1/deployments?from=2026-11-20T12:00:00Z&to=2026-11-20T15:00:00Z&operation=commit&limit=5
            400 GET /api/v1/deployments?cursor=nonsense

            200 GET /api/v1/merges?source=feature/x&hours=24&limit=5
            400 GET /api/v1/merges?from=2026-11-20T12:00:00Z
            200 GET /api/v1/merges/advice
            200 GET /api/v1/merges/pairs
            200 GET /api/v1/merges/phases
            200 GET /api/v1/merges/success
            200 GET /api/v1/traces?order=slowest&limit=5
            200 GET /api/v1/traces/5b8efff798038103d269b633813fc60c
            404 GET /api/v1/traces/0af7651916cd43dd8448eb211c80319c

            201 POST /api/v1/baselines {"operation":"get_history","lookbackDays":7,"multiplier":2.5}
            422 POST /api/v1/baselines {"operation":"comit"}
            200 GET /api/v1/baselines
            200 GET /api/v1/baselines/health
            200 POST /api/v1/baselines/recalculate {"operation":"commit","by":"ada"}
            404 POST /api/v1/baselines/recalculate {"operation":"comit"}
            200 GET /api/v1/baselines/history?operation=commit&limit=5
            200 GET /api/v1/baselines/executions?limit=5
            200 GET /api/v1/baselines/pending
            200 POST /api/v1/baselines/pending/6/approve {"by":"ada","note":"new disks"}
            409 POST /api/v1/baselines/pending/6/reject {}
            200 POST /api/v1/baselines/pending/5/reject {"by":"ada"}
            404 POST /api/v1/baselines/pending/99/approve {}
            201 POST /api/v1/baselines/references {"name":"2026-Q4","operation":"commit"}
            200 GET /api/v1/baselines/references
            200 DELETE /api/v1/baselines/references/2026-Q4
            404 DELETE /api/v1/baselines/references/2026-Q4
            201 POST /api/v1/baselines/exclusions {"from":"2026-11-20T13:00:00Z","to":"2026-11-20T14:00:00Z","reason":"load"}
            200 GET /api/v1/baselines/exclusions
            200 DELETE /api/v1/baselines/exclusions/1?by=ada
            404 DELETE /api/v1/baselines/exclusions/99
            200 POST /api/v1/baselines/shifts/4/accept {"since":"2026-11-20T14:00:00Z","note":"it is so"}
            409 POST /api/v1/baselines/shifts/4/accept {"since":"2026-11-20T14:00:00Z"}
            200 POST /api/v1/baselines/shifts/5/keep {"since":"2026-11-20T14:00:00Z"}
            404 POST /api/v1/baselines/shifts/99/keep {}

            200 GET /api/v1/alerts?state=all&limit=1
            200 GET /api/v1/alerts?state=unacknowledged&severity=WARNING&type=threshold_exceeded&operation=commit
            400 GET /api/v1/alerts?state=opne
            400 GET /api/v1/alerts?cursor=nonsense
            200 GET /api/v1/alerts/3
            404 GET /api/v1/alerts/99
            201 POST /api/v1/alerts/3/snooze {"until":"2026-11-20T16:00:00Z","reason":"after lunch"}
            404 POST /api/v1/alerts/99/snooze {"until":"2026-11-20T16:00:00Z"}
            200 POST /api/v1/alerts/3/acknowledge {"by":"ada","note":"I look","until":"2026-11-20T18:00:00Z"}
            409 POST /api/v1/alerts/3/acknowledge {}
            200 POST /api/v1/alerts/3/resolve {"by":"ada"}
            409 POST /api/v1/alerts/3/resolve {}
            404 POST /api/v1/alerts/99/resolve {}
            200 GET /api/v1/runbooks/THRESHOLD_EXCEEDED
            404 GET /api/v1/runbooks/NONSENSE

            200 POST /api/v1/silences/preview {"matchers":["operation=get_diff"]}
            201 POST /api/v1/silences {"matchers":["operation=get_diff"],"until":"2026-11-20T18:00:00Z","reason":"disks"}
            200 GET /api/v1/silences?state=all&limit=5
            200 DELETE /api/v1/silences/2?by=ada
            404 DELETE /api/v1/silences/99
            200 PUT /api/v1/windows {"name":"nightly","recurrence":"daily 02:00-04:00","breakThrough":"critical"}
            200 GET /api/v1/windows
            200 GET /api/v1/windows/next?name=nightly&count=2
            404 GET /api/v1/windows/next?name=nihtly
            200 POST /api/v1/windows/preview {"recurrence":"daily 02:00-04:00","timeZone":"Europe/Berlin"}
            200 DELETE /api/v1/windows?name=nightly&by=ada
            404 DELETE /api/v1/windows?name=nightly

            201 POST /api/v1/channels {"name":"desk","channel":"echo","values":{"webhook-url":"https://hooks.example.org/x"}}
            409 POST /api/v1/channels {"name":"desk","channel":"echo","values":{"webhook-url":"https://hooks.example.org/x"}}
            200 GET /api/v1/channels
            200 PATCH /api/v1/channels {"name":"desk","set":{"user":"tidemark"}}
            404 PATCH /api/v1/channels {"name":"dsek","set":{"user":"tidemark"}}
            200 POST /api/v1/channels/test {"name":"desk"}
            404 POST /api/v1/channels/test {"name":"dsek"}
            200 PUT /api/v1/routes {"yaml":"routes:\\n  - {name: all, destinations: [desk]}"}
            200 GET /api/v1/routes
            200 POST /api/v1/routes/explain {"operation":"commit","severity":"warning"}
            404 POST /api/v1/routes/explain {"alert":99}
            200 POST /api/v1/routes/replay {"hours":24}
            200 DELETE /api/v1/channels?name=desk
            404 DELETE /api/v1/channels?name=desk
            200 POST /api/v1/secrets/rotate {}

            200 GET /api/v1/deliveries?status=failed&destination=team&limit=5
            200 GET /api/v1/deliveries/statistics?hours=2
            200 GET /api/v1/deliveries/1
            404 GET /api/v1/deliveries/99
            200 POST /api/v1/deliveries/1/replay {"by":"ada"}
            404 POST /api/v1/deliveries/99/replay {}
            200 DELETE /api/v1/deliveries/3?by=ada
            404 DELETE /api/v1/deliveries/99
            200 POST /api/v1/deliveries/replay {"destination":"team"}

            200 GET /api/v1/jobs
            202 POST /api/v1/jobs/detect/runs {"by":"ada"}
            200 GET /api/v1/jobs/detect/runs?limit=5
            404 GET /api/v1/jobs/detekt/runs
            200 PUT /api/v1/jobs/detect/schedule {"cron":"30 1 * * *","timeZone":"UTC","enabled":true,"by":"ada"}
            200 DELETE /api/v1/jobs/detect/schedule

            200 GET /api/v1/audit?kind=silence&by=root&limit=5
            201 POST /api/v1/tokens {"name":"ci","role":"recorder","expiresInSeconds":3600}
            409 POST /api/v1/tokens {"name":"ci","role":"recorder"}
            200 GET /api/v1/tokens
            200 DELETE /api/v1/tokens?name=ci
            404 DELETE /api/v1/tokens?name=co
            409 DELETE /api/v1/tokens?name=root

            409 POST /api/v1/sample {}
            201 POST /api/v1/sample {"force":true}
            200 POST /api/v1/demo
            """;

    /** With these, nothing can be wrong. */
    private static final Set<String> HARMLESS = Set.of("GET /health/live", "GET /health/ready", "GET /metrics");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningDaemon daemon = RunningDaemon.start();
    private final String token = daemon.token("root", Role.ADMIN);
    private final Client client = new Client(daemon.address());
    private final Receivers receivers = new Receivers(daemon.address());
    private final Promises promises = new Promises(Client.json(client.get("/api/v1/openapi.json")));
    private final Set<String> madeRight = new TreeSet<>();
    private final Set<String> madeWrong = new TreeSet<>(HARMLESS);

    /** A call, and how it is to be answered. */
    private record Line(int status, String method, String address, String body) {
        static Line of(String text) {
            String[] parts = text.split(" ", 4);
            return new Line(Integer.parseInt(parts[0]), parts[1], parts[2], parts.length > 3 ? parts[3] : "");
        }

        Line refused(int newStatus, String newAddress, String newBody) {
            return new Line(newStatus, method, newAddress, newBody);
        }
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @TestFactory
    Stream<DynamicTest> everyCall_isAnsweredAsTheDocumentSays() {
        somethingHappened();
        Stream<DynamicTest> lines =
                CALLS.lines().filter(line -> !line.isBlank()).map(line -> dynamicTest(line, () -> make(Line.of(line))));
        return Stream.concat(
                lines,
                Stream.of(
                        dynamicTest("what receivers call back", this::callBack),
                        dynamicTest("no call was left out", this::nothingWasLeftOut)));
    }

    private void make(Line line) {
        String call = promises.call(line.method(), line.address());
        if (line.status() < 300) {
            mistakes(call, line).forEach(wrong -> send(call, wrong));
            assertThat(promises.brokenByBody(call, line.body())).isEmpty();
        }
        send(call, line);
    }

    private void send(String call, Line line) {
        HttpResponse<String> answer = client.send(
                line.method(),
                line.address(),
                line.body(),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token);

        assertThat(answer.statusCode()).as("%s: %s", line, answer.body()).isEqualTo(line.status());
        held(call, answer);
    }

    private void held(String call, HttpResponse<String> answer) {
        assertThat(promises.brokenByAnswer(call, answer)).as(answer.body()).isEmpty();
        (answer.statusCode() < 300 ? madeRight : madeWrong).add(call);
    }

    /** The same call with what it does not know, and without what it needs. */
    private List<Line> mistakes(String call, Line line) {
        List<Line> wrong = new ArrayList<>();
        if (line.address().startsWith("/api/")) {
            String unknown = line.address() + (line.address().contains("?") ? "&" : "?") + "nonsense=1";
            wrong.add(line.refused(400, unknown, line.body()));
        }
        if (promises.takesJsonObject(call)) {
            wrong.add(line.refused(
                    400,
                    line.address(),
                    without(line.body(), "").put("nonsense", 1).toString()));
            wrong.add(line.refused(400, line.address(), "["));
            promises.needed(call)
                    .forEach(key -> wrong.add(line.refused(
                            400, line.address(), without(line.body(), key).toString())));
        }
        return wrong;
    }

    private static ObjectNode without(String body, String key) {
        ObjectNode copy = (ObjectNode) JSON.readTree(body);
        copy.remove(key);
        return copy;
    }

    private void callBack() {
        String link = daemon.tidemark().alerting().acknowledgementLinks().token(6, "team", daemon.now());
        Secret slack = RunningDaemon.CALLBACKS.slackSigningSecret();
        Secret pagerDuty = RunningDaemon.CALLBACKS.pagerDutySecret();
        Secret guessed = new Secret("guessed");
        String event = Receivers.event("1", "resolved", daemon.now());

        held("POST /callbacks/slack", receivers.slack(link, daemon.now(), guessed));
        held("POST /callbacks/slack", receivers.slack(link, daemon.now(), slack));
        held("POST /callbacks/slack", receivers.slack(link, daemon.now(), slack));
        held("POST /callbacks/mattermost", receivers.mattermost(link));
        held("POST /callbacks/mattermost", client.post("/callbacks/mattermost", "{}"));
        held("POST /callbacks/pagerduty", receivers.pagerDuty(event, guessed));
        held("POST /callbacks/pagerduty", receivers.pagerDuty(event, pagerDuty));
    }

    private void nothingWasLeftOut() {
        assertThat(promises.calls()).isSubsetOf(madeRight).isSubsetOf(madeWrong);
    }

    /** Alerts whose notifications could not be delivered, and two baselines that wait for a decision. */
    private void somethingHappened() {
        daemon.offers("detect", Schedule.of("0 */6 * * *", "UTC"));
        daemon.ran("commit", Duration.ofMillis(6), 120);
        daemon.learned("commit");
        daemon.ran("get_history", Duration.ofMillis(5), 50);
        daemon.merged(List.of(
                MergeWorld.clean(daemon, "feature/x", "main", 7),
                MergeWorld.quarrelling(daemon, "feature/y", "main", 5)));
        for (String operation : List.of("rollback", "get_diff")) {
            daemon.ran(operation, Duration.ofMillis(10), 10);
            daemon.learned(operation);
            daemon.ran(operation, Duration.ofMillis(40), 200);
        }
        client.post("/api/v1/baselines/recalculate", "{}", "Authorization", "Bearer " + token);
        for (String operation : List.of("commit", "rollback", "get_diff", "merge")) {
            daemon.saw(Severity.WARNING, Scope.of(operation), new Figures(40_000, 10_000, 4));
        }
        daemon.delivered("team", new Next.Dead());
    }
}
