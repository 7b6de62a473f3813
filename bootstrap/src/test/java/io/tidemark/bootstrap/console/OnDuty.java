package io.tidemark.bootstrap.console;

import io.tidemark.application.baseline.RecalculationRequest;
import io.tidemark.application.baseline.RecalculationRequest.Asked;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.Force;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.Schedule;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.util.List;

/** What a day on duty leaves behind: something on each page, for the operation of a given name. */
public final class OnDuty {
    /** The pages that can be asked for without knowing a number. */
    public static final List<String> PAGES =
            List.of("alerts", "delivery", "quiet", "baselines", "jobs", "audit", "settings");

    private final RunningDaemon daemon;
    private final Client client;

    private OnDuty(RunningDaemon daemon) {
        this.daemon = daemon;
        this.client = new Client(daemon.address());
    }

    /** All of it, before there are tokens. */
    public static void spend(RunningDaemon daemon, String operation) {
        OnDuty duty = new OnDuty(daemon);
        duty.proposeABaseline(operation);
        duty.breakOnce(operation);
        duty.tellTheTeam();
        duty.keepQuiet(operation);
        duty.runJobs();
    }

    /** A run breaks the baseline: the team hears of it, and the one on call cannot be reached. */
    private void breakOnce(String operation) {
        daemon.passes(Duration.ofMinutes(10));
        daemon.ran(operation, Duration.ofMillis(60), 10);
        post("/api/v1/deployments", """
                {"version":%1$s,"operations":[%1$s],"note":%1$s,"by":%1$s,"link":"https://ci.example.org/7"}""".formatted(json(operation)));
        daemon.saw(Severity.CRITICAL, Scope.of(operation), new Figures(60_000, 6_000, 10));
        daemon.delivered(RunningDaemon.ON_CALL.name(), new Next.Dead());
        daemon.saw(AlertType.DEGRADATION, operation, Evidence.of(new Figures(60_000, 6_000, 10), why()));
        daemon.passes(Duration.ofMinutes(3));
    }

    private void tellTheTeam() {
        post("/api/v1/channels", """
                {"name":"team","channel":"echo","values":{"webhook-url":"https://example.org/hook"}}""");
    }

    /** Before anything is wrong: what is known to be wrong does not count. */
    private void proposeABaseline(String operation) {
        daemon.ran(operation, Duration.ofMillis(6), 120);
        daemon.learned(operation);
        daemon.passes(Duration.ofMinutes(10));
        daemon.ran(operation, Duration.ofMillis(40), 1_000);
        daemon.tidemark()
                .analysis()
                .baselines()
                .recalculation()
                .run(new RecalculationRequest(operation, null, null, Force.NO, new Asked(Reason.MANUAL, "ada")));
    }

    private void keepQuiet(String operation) {
        send("PUT", "/api/v1/windows", """
                {"name":%s,"recurrence":"weekly sat,sun 22:00-06:00","timeZone":"Europe/Berlin"}""".formatted(json(operation)));
        post("/api/v1/silences", """
                {"matchers":["branch=other"],"until":"%s","reason":%s}""".formatted(daemon.now().plus(Duration.ofHours(2)), json(operation)));
    }

    private void runJobs() {
        daemon.offers("recalculate-daily", Schedule.of("0 1 * * *", "UTC"));
        for (int run = 1; run <= 12; run++) {
            daemon.jobRan(
                    "recalculate-daily",
                    Duration.ofMillis(300L + 40L * (run * 7 % 5)),
                    JobRun.Outcome.SUCCESS,
                    "12 baselines hold");
        }
        daemon.offers("watch", Schedule.of("*/5 * * * *", "Europe/Berlin"));
        daemon.jobRan("watch", Duration.ofSeconds(3), JobRun.Outcome.ERROR, "the database went away");
    }

    static Why why() {
        return new Why(
                Why.Test.DEGRADATION,
                new Why.Band(5_000, 7_200),
                new Why.Basis("the first half of 7 days", 1_200, 6_000, 1.1),
                new Why.Score(900, 20),
                new Why.Effect(900, 54_000),
                List.of(6_000.0, 6_200.0, 5_900.0, 6_100.0, 7_000.0, 6_300.0, 31_000.0, 58_000.0, 60_000.0));
    }

    /** The number of the first unresolved alert of that type. */
    public static long alert(RunningDaemon daemon, AlertType type) {
        return daemon.tidemark().alerts().latest(Which.UNRESOLVED, 100).stream()
                .map(report -> report.alert())
                .filter(alert -> alert.fingerprint().type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void post(String path, String body) {
        send("POST", path, body);
    }

    private void send(String method, String path, String body) {
        var answer = client.send(method, path, body, "Content-Type", "application/json");
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("%s %s: %s".formatted(method, path, answer.body()));
        }
    }

    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
