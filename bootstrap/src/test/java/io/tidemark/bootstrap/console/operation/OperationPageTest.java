package io.tidemark.bootstrap.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Timetable;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationPageTest {
    private static final Pattern HEADLINE =
            Pattern.compile("id=\"headline\">\\s*<h1>(.*?)</h1>\\s*<p>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern CELL = Pattern.compile("<t[dh][^>]*>(.*?)</t[dh]>", Pattern.DOTALL);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void headline_saysHowMuchSlowerThanNormalAndSinceWhen() {
        ranEveryMinute(6_000, 40);
        daemon.learned("commit");
        ranEveryMinute(15_000, 20);

        String page = page("commit", Map.of("hours", "1"));

        assertThat(headline(page)).startsWith("commit: 2.5× slower than normal since 20 Nov 15:1");
        assertThat(page).contains("class=\"headline critical\"");
        assertThat(detail(page)).contains("p99 15.0 ms in the last 5 minutes, normally 6.00 ms, limit 12.0 ms");
    }

    @Test
    void headline_isFineWhenAllIsAsUsual() {
        ranEveryMinute(6_000, 10);
        daemon.learned("commit");

        assertThat(headline(page("commit", Map.of()))).isEqualTo("commit: As fast as usual");
    }

    @Test
    void headline_withoutABaselineSaysSo_andHowToMakeOne() {
        daemon.ran("it's", Duration.ofMillis(6), 10);

        String page = page("it's", Map.of());

        assertThat(headline(page)).contains("Nobody knows what is normal");
        assertThat(page).contains("tidemark baseline calculate 'it'\\''s'");
    }

    @Test
    void figures_areThoseOfTheTimings() {
        long[] micros = LongStream.rangeClosed(1, 200)
                .map(i -> 1_000 + 37 * i * i % 9_000)
                .toArray();
        daemon.append(Arrays.stream(micros)
                .mapToObj(each -> new Timing("commit", each, daemon.now(), Context.of("ada")))
                .toList());
        long[] sorted = Arrays.stream(micros).sorted().toArray();

        String detail = detail(page("commit", Map.of("hours", "1")));

        Matcher figures = Pattern.compile("200 timings, p50 ([0-9.]+) ms, p95 ([0-9.]+) ms, p99 ([0-9.]+) ms")
                .matcher(detail);
        assertThat(figures.find()).as(detail).isTrue();
        for (int i = 0; i < 3; i++) {
            double quantile = new double[] {0.5, 0.95, 0.99}[i];
            double truth = percentile(sorted, quantile) / 1_000;
            assertThat(Double.parseDouble(figures.group(i + 1))).isBetween(truth * 0.995 - 0.01, truth * 1.005 + 0.01);
        }
    }

    @Test
    void slowest_areTheLongestWithWhatIsKnownOfThem() {
        ranEveryMinute(6_000, 10);
        daemon.learned("commit");
        Context context = Context.of("grace")
                .onBranch("main")
                .named("merge feature/x")
                .withRowsAffected(1_234)
                .withError(JsonObject.of(Map.of("message", "deadlock <detected")))
                .inSpan(new SpanId(TRACE, "b7ad6b7169203331"));
        daemon.append(List.of(
                new Timing("commit", 60_000, daemon.now(), context),
                new Timing("commit", 24_000, daemon.now(), Context.of("ada"))));

        List<List<String>> rows = rows(page("commit", Map.of()), "slowest");

        assertThat(rows.get(1).subList(1, 8))
                .containsExactly(
                        "60.0 ms", "10×", "grace", "main", "merge feature/x", "1,234", "deadlock &lt;detected");
        assertThat(rows.get(2).subList(1, 4)).containsExactly("24.0 ms", "4.0×", "ada");
        assertThat(rows.get(3).get(1)).isEqualTo("6.00 ms");
        assertThat(page("commit", Map.of())).contains("href=\"/traces/" + TRACE + "\"");
    }

    @Test
    void marks_tellWhatHappened_andLeadThere() {
        ranEveryMinute(6_000, 10);
        daemon.learned("commit");
        daemon.passes(Duration.ofMinutes(1));
        daemon.saw(Severity.CRITICAL, Scope.of("commit"), new Figures(60_000, 6_000, 10));
        daemon.tidemark()
                .analysis()
                .expectations()
                .expect(new ExpectedDeviation(
                        "commit",
                        TimeRange.endingAt(daemon.now(), Duration.ofMinutes(5)),
                        null,
                        "ada",
                        "a <big> import"));
        LocalDateTime now = LocalDateTime.ofInstant(daemon.now(), ZoneOffset.UTC);
        daemon.tidemark()
                .alerting()
                .windows()
                .set(
                        new MaintenanceWindow(
                                "vacuum",
                                new Timetable(
                                        new Recurrence.Once(now.minusMinutes(8), now.minusMinutes(6)), ZoneOffset.UTC),
                                List.of(),
                                null,
                                true),
                        "ada");

        String page = page("commit", Map.of());

        assertThat(page)
                .contains("· alert 1, critical")
                .contains("href=\"/alerts/1\" data-name=\"alert\"")
                .contains("· new baseline, p99 6.00 ms, by")
                .contains("Expected by ada: a &lt;big&gt; import")
                .contains("Maintenance window vacuum");
        assertThat(rows(page, "alerts").get(1).subList(1, 3))
                .containsExactly("commit is slow: 60.0 ms, 10.0 times its normal p99 of 6.00 ms", "open");
    }

    @Test
    void alerts_areThoseAboutIt_andThoseAboutSeveralThatItIsOneOf() {
        daemon.ran("commit", Duration.ofMillis(6), 10);
        daemon.saw(Severity.WARNING, Scope.of("commit"), new Figures(14_000, 5_000, 2.8));
        daemon.saw(Severity.WARNING, Scope.of("another"), new Figures(14_000, 5_000, 2.8));
        Evidence several = new Evidence(new Figures(14_000, 5_000, 2.8), null, "", null, List.of("amend", "commit"));
        daemon.saw(AlertType.CORRELATED_DEGRADATION, "SHARED_RESOURCE_CONTENTION", several);
        daemon.saw(AlertType.CORRELATED_DEGRADATION, "OTHERS", several.withMembers(List.of("amend", "another")));

        assertThat(rows(page("commit", Map.of()), "alerts").stream()
                        .skip(1)
                        .map(row -> row.get(1).split(" ", 2)[0]))
                .containsExactlyInAnyOrder("commit", "amend");
    }

    @Test
    void comparison_showsBothTimesInFiguresAndInThePicture() {
        ranEveryMinute(4_000, 60);
        ranEveryMinute(6_000, 60);

        String page = page("commit", Map.of("hours", "1", "compare", "before"));

        List<List<String>> rows = rows(page, "compared");
        assertThat(rows.get(1).get(4)).isEqualTo("6.00 ms");
        assertThat(rows.get(2).subList(0, 1)).containsExactly("The time before");
        assertThat(rows.get(2).get(4)).isEqualTo("4.00 ms");
        assertThat(rows.get(3).get(4)).isEqualTo("+50 %");
        assertThat(page).contains("data-name=\"p99 the time before\"", "more of a difference than chance explains");
    }

    @Test
    void comparison_withNothingSaysSo() {
        daemon.ran("commit", Duration.ofMillis(6), 10);

        assertThat(page("commit", Map.of("compare", "week")))
                .contains("There are no timings of a week earlier to compare with.");
    }

    @Test
    void comparison_isOneOfTheChoices() {
        HttpResponse<String> answer = client.get(address("commit", Map.of("compare", "year")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("compare 'year' must be one of before, week");
    }

    @Test
    void branches_areTold() {
        daemon.append(List.of(
                new Timing("commit", 4_000, daemon.now(), Context.of("ada").onBranch("main")),
                new Timing("commit", 8_000, daemon.now(), Context.of("ada").onBranch("main")),
                new Timing("commit", 9_000, daemon.now(), Context.of("ada"))));

        List<List<String>> rows = rows(page("commit", Map.of()), "branches");

        assertThat(rows.get(1).subList(0, 3)).containsExactly("main", "2", "6.00 ms");
        assertThat(rows.get(2).subList(0, 3)).containsExactly("without a branch", "1", "9.00 ms");
    }

    @Test
    void operationWithoutTimingsInThatTime_saysSo() {
        daemon.ran("commit", Duration.ofMillis(6), 10);
        daemon.passes(Duration.ofMinutes(90));

        assertThat(page("commit", Map.of("hours", "1"))).contains("No timings in this stretch of time");
    }

    @Test
    void unknownOperation_isNotFound_andTheOneThatWasMeantIsNamed() {
        daemon.ran("merge_branches", Duration.ofMillis(6), 1);
        daemon.ran("other/merge_branches", Duration.ofMillis(6), 1);

        HttpResponse<String> answer = client.get(address("merge_branhces", Map.of()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(headline(answer.body())).isEqualTo("There is no operation merge_branhces");
        assertThat(answer.body())
                .contains("/operations?name=merge_branches\"", "<a href=\"/\">Back to the overview</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "<script>alert(1)</script>"})
    void nameThatNoOperationHas_isNotFound(String name) {
        HttpResponse<String> answer = client.get(address(name, Map.of()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void nameIsNeeded() {
        assertThat(client.get("/operations").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.broken=1</script><img src=x onerror=\"window.broken=1\">",
                "a/b c?d&e=f#g%20+",
                "\u202Eעברית merge العربية",
                "\"'`${7*7}--><!-- & ]]>",
                "🌊🧑‍🚀 commit ❤️‍🔥"
            })
    void hostileName_isShownAsText_andLinksLeadBack(String name) {
        daemon.append(List.of(new Timing(
                name,
                6_000,
                daemon.now(),
                new Context(name, name, name, name, Context.of("ada").details()))));
        daemon.saw(Severity.WARNING, new Scope(name, name), new Figures(14_000, 5_000, 2.8));

        String page = page(name, Map.of());

        assertThat(page).doesNotContain("<script>window", "<img src=x", "<!-- &");
        Matcher compare =
                Pattern.compile("href=\"(/operations[^\"]*compare=week)\"").matcher(page);
        assertThat(compare.find()).isTrue();
        assertThat(client.get(compare.group(1).replace("&amp;", "&")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void backtest_saysHowOftenARuleWouldHaveFired_asTheApiDoes() {
        ranEveryMinute(6_000, 100);
        ranEveryMinute(60_000, 3);
        ranEveryMinute(6_000, 10);
        String asked = "name=commit&rule=robust&setting=3&days=1";

        HttpResponse<String> answer = client.get("/operations/backtest?" + asked);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(headline(answer.body()))
                .startsWith("With a cut-off of 3, the rule 'robust' would have fired once in 24 h");
    }

    @Test
    void backtest_ofAWrongSettingSaysWhichThereAre() {
        daemon.ran("commit", Duration.ofMillis(6), 10);

        HttpResponse<String> answer = client.get("/operations/backtest?name=commit&rule=robust&setting=0.5");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cut-off 0.5 must be a number from 1.0 to 100.0");
    }

    /** Ten runs a minute, the last of them now. */
    private void ranEveryMinute(long micros, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            daemon.passes(Duration.ofMinutes(1));
            daemon.ran("commit", Duration.ofNanos(1_000 * micros), 10);
        }
    }

    private String page(String name, Map<String, String> parameters) {
        HttpResponse<String> answer = client.get(address(name, parameters));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String address(String name, Map<String, String> parameters) {
        Address address = Address.of("/operations").with("name", name);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            address = address.with(parameter.getKey(), parameter.getValue());
        }
        return name.isEmpty() ? "/operations?name=" : address.href();
    }

    private static String headline(String page) {
        return text(matched(page).group(1));
    }

    private static String detail(String page) {
        return text(matched(page).group(2));
    }

    private static MatchResult matched(String page) {
        Matcher matcher = HEADLINE.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher;
    }

    /** The cells of a table as text, its head first. */
    private static List<List<String>> rows(String page, String table) {
        Matcher found = Pattern.compile("<table id=\"" + table + "\">(.*?)</table>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return Pattern.compile("<tr.*?</tr>", Pattern.DOTALL)
                .matcher(found.group(1))
                .results()
                .map(row -> CELL.matcher(row.group())
                        .results()
                        .map(cell -> text(cell.group(1)))
                        .toList())
                .toList();
    }

    private static String text(String html) {
        return TAG.matcher(html).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    /** Between neighbours, as percentile_cont of SQL has it. */
    private static double percentile(long[] sorted, double quantile) {
        double rank = quantile * (sorted.length - 1);
        int below = (int) rank;
        long next = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (rank - below) * (next - sorted[below]);
    }
}
