package io.tidemark.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.access.Role;
import io.tidemark.domain.alert.AlertType;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all pages that people on duty use. */
class DutyPagesTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @ParameterizedTest
    @CsvSource({
        "alerts, No open alerts, tidemark drill",
        "delivery, No destinations, tidemark channels add",
        "quiet, No maintenance windows, tidemark windows set",
        "baselines, No baselines, tidemark baseline recalculate",
        "jobs, There are no jobs, tidemark jobs list",
        "audit, Nothing was changed yet, tidemark audit",
        "settings, No tokens, tidemark tokens create"
    })
    void page_withoutDataSaysSo_andWhatToDo(String path, String words, String command) {
        HttpResponse<String> answer = client.get("/" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(words, command);
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void page_showsNamesAsText(String name) {
        OnDuty.spend(daemon, name);

        assertThat(pages()).allSatisfy(path -> {
            HttpResponse<String> answer = client.get("/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("<script>window", "<img src=x", "' onmouseover");
        });
    }

    @Test
    void viewer_isOfferedNothingThatChangesAnything_butToldWhoMay() {
        OnDuty.spend(daemon, "commit");
        daemon.token("root", Role.ADMIN);
        String token = daemon.token("guest", Role.VIEWER);

        assertThat(pages()).allSatisfy(path -> {
            HttpResponse<String> answer = client.get("/" + path, "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("data-call=");
        });
        assertThat(client.get("/quiet", "Authorization", "Bearer " + token).body())
                .contains("Log in as operator</a> to make or remove a window.");
    }

    @Test
    void operator_isNotOfferedWhatAdminsDo() {
        OnDuty.spend(daemon, "commit");
        daemon.token("root", Role.ADMIN);
        String token = daemon.token("ada", Role.OPERATOR);

        assertThat(client.get("/settings", "Authorization", "Bearer " + token).body())
                .contains("POST /api/v1/expected-deviations", "Log in as admin</a> to see who may do what.")
                .doesNotContain("/api/v1/tokens");
        assertThat(client.get("/jobs", "Authorization", "Bearer " + token).body())
                .contains("POST /api/v1/jobs/watch/runs")
                .doesNotContain("PUT /api/v1/jobs");
    }

    @Test
    void everyForm_callsWhatTheApiHas() {
        OnDuty.spend(daemon, "commit");
        var calls = Client.json(client.get("/api/v1/openapi.json")).path("paths");

        assertThat(pages())
                .flatMap(path -> calls(client.get("/" + path).body()))
                .isNotEmpty()
                .allSatisfy(call -> {
                    String[] parts = call.split(" ", 2);
                    boolean isKnown = calls.propertyStream()
                            .filter(known -> parts[1].matches(known.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                            .anyMatch(known -> known.getValue().has(parts[0].toLowerCase(Locale.ROOT)));
                    assertThat(isKnown).as(call).isTrue();
                });
    }

    private static List<String> hostileNames() {
        return HostileNames.ALL;
    }

    private static List<String> calls(String page) {
        return Pattern.compile("data-call=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>(OnDuty.PAGES);
        pages.add("alerts?state=all");
        pages.add("alerts/" + OnDuty.alert(daemon, AlertType.DEGRADATION));
        pages.add("alerts/" + OnDuty.alert(daemon, AlertType.BASELINE_APPROVAL));
        pages.add("delivery?status=failed");
        pages.add("delivery/" + daemon.messages(DeliveryStatus.FAILED).get(0));
        pages.add("quiet?silences=all&preview=silence&matchers=severity%3DCRITICAL");
        pages.add("settings?operation=commit");
        return pages;
    }
}
