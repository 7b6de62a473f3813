package io.tidemark.bootstrap.console.merges;

import static io.tidemark.bootstrap.console.MergeWorld.clean;
import static io.tidemark.bootstrap.console.MergeWorld.quarrelling;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.MergeWorld;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergesPageTest {
    private static final Pattern PAIR = Pattern.compile("<a class=\"pair\" href=\"([^\"]*)\" title=\"([^\"]*)\"");
    private static final Pattern OLDER = Pattern.compile("href=\"([^\"]*after=[^\"]*)#merges\"");

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void headline_saysWhereMergesLoseTheirTime() {
        daemon.merged(IntStream.range(0, 10)
                .mapToObj(i -> clean(daemon, "feature/x", "main", i))
                .toList());

        assertThat(page("/merges"))
                .contains("Merges lose their time detecting conflicts: 75 % of it")
                .contains("10 merges: 80.0 ms on average, p99 80.0 ms (OK up to 99.0 ms). 100 % succeeded.")
                .contains("Detecting conflicts takes 75 % of the time, 60.0 ms of 80.0 ms on average");
    }

    @Test
    void pictures_markDeploymentsThatMayHaveTouchedMerges() {
        daemon.merged(List.of(clean(daemon, "feature/x", "main", 1)));
        client.post("/api/v1/deployments", """
                {"version":"2.3.1","operations":["merge_conflict_detect"]}""");
        client.post("/api/v1/deployments", """
                {"version":"9.9.9","operations":["commit"]}""");
        daemon.passes(Duration.ofMinutes(1));

        assertThat(page("/merges")).contains("2.3.1 deployed, by api").doesNotContain("9.9.9");
    }

    @Test
    void pairs_comeByTheTimeLost_andLeadToTheirMerges() {
        daemon.merged(List.of(
                clean(daemon, "feature/x", "main", 1),
                quarrelling(daemon, "feature/y", "main", 2),
                quarrelling(daemon, "feature/y", "main", 3)));

        String page = page("/merges");

        assertThat(PAIR.matcher(page).results().map(found -> found.group(2)))
                .startsWith("feature/y into main", "feature/x into main");
        assertThat(page).contains("href=\"/merges?hours=24&amp;source=feature%2Fy&amp;target=main\"");
        assertThat(page("/merges?source=feature%2Fy&target=main"))
                .contains("2 merges: 100 ms on average")
                .contains("The rules are tried and most conflicts are left over")
                .doesNotContain("feature/x");
    }

    @Test
    void hotSpots_arePairsWithConflicts() {
        daemon.merged(List.of(clean(daemon, "feature/x", "main", 1), quarrelling(daemon, "feature/y", "main", 2)));

        String hotSpots = page("/merges").split("hot-title", 3)[2].split("</table>", 2)[0];

        assertThat(hotSpots).contains("feature/y").doesNotContain("feature/x").contains("20 %");
    }

    @Test
    void merges_leadToTheirTrace() {
        daemon.merged(List.of(clean(daemon, "feature/x", "main", 1).inSpan(MergeWorld.id(1))));

        assertThat(page("/merges"))
                .contains("href=\"/traces/" + MergeWorld.TRACE + "#s"
                        + MergeWorld.id(1).spanId() + "\"");
    }

    @Test
    void merges_areShownPageByPage() {
        daemon.merged(IntStream.range(0, 60)
                .mapToObj(i -> clean(daemon, "branch-" + i, "main", i))
                .toList());

        String second = page(older(page("/merges")));
        String third = page(older(second));

        assertThat(rows(second)).contains("branch-25<").contains("branch-49<").doesNotContain("branch-24<");
        assertThat(rows(third)).contains("branch-50<").contains("branch-59<").doesNotContain("branch-49<");
        assertThat(OLDER.matcher(third).find()).isFalse();
        assertThat(third).contains(">Latest</a>");
    }

    @Test
    void pairs_areBounded_andThePageSaysSo() {
        daemon.merged(IntStream.range(0, 30)
                .mapToObj(i -> clean(daemon, "branch-" + i, "main", i))
                .toList());

        assertThat(page("/merges")).contains("Showing the 20 pairs where most time was lost");
    }

    @Test
    void noMerges_sayHowToRecordOne() {
        assertThat(page("/merges"))
                .contains("No merges, last 24 hours")
                .contains("tidemark.merge(\"feature/x\", \"main\")")
                .contains("tidemark.record_merge_performance(1, 2")
                .contains("tidemark demo");
    }

    @Test
    void noMatch_leadsBackToAllMerges() {
        daemon.merged(List.of(clean(daemon, "feature/x", "main", 1)));

        assertThat(page("/merges?source=nobody"))
                .contains("No merge matches")
                .contains("<a href=\"/merges?hours=24\">look at all merges</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "/merges?hours=2, hours '2' must be one of",
        "/merges?bottleneck=luck, 'bottleneck ''luck'' must be one of lca_finding, conflict_detection'",
        "/merges?status=well, 'status ''well'' must be one of success, partial_success'",
        "/merges?after=never, after 'never' must be what a link to older merges says",
        "/merges?from=2026-11-20T00:00:00Z, needs both from and to"
    })
    void page_refusesWhatItDoesNotUnderstand(String path, String said) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace("&#39;", "'")).contains(said);
    }

    private String page(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String rows(String page) {
        return page.split("<h2 id=\"merges\">", 2)[1];
    }

    private static String older(String page) {
        return OLDER.matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .map(found -> found.replace("&amp;", "&").replaceAll("href=\"|#merges\"", ""))
                .orElseThrow();
    }
}
