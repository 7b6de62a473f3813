package io.tidemark.bootstrap.console.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationPageTest {
    private static final long SEED = 20_261_121;
    private static final String HOSTILE = "<img src=x onerror=\"window.broken=1\">/?&#% \u202Eעברית";
    private static final int MINUTES = 170;

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void page_withoutTimingsSaysWhatItTakes() {
        assertThat(page("/correlations"))
                .contains("There is too little to compare", "at least 10 minutes", "tidemark demo");
    }

    @Test
    void page_showsFirstWhatDegradesTogether_thenThePairsAndTheirPictures() {
        ranTogether("commit", "commit_amend", "alone");

        String page = page("/correlations?hours=3");

        assertThat(page)
                .contains("2 operations degrade together, and seem to share")
                .contains("class=\"cell\"", "class=\"arc with\"")
                .contains("commit × commit_amend: r ")
                .contains("alone × ");
        assertThat(page.indexOf("groups-title")).isBetween(0, page.indexOf("pairs-title"));
    }

    @Test
    void coefficients_areThoseThatTheApiTells() {
        ranTogether("commit", "commit_amend", "alone");
        Matcher told = Pattern.compile("\"coefficient\":([0-9.]+)")
                .matcher(client.get("/api/v1/correlations?hours=3").body());
        assertThat(told.find()).isTrue();
        String coefficient = "%.2f".formatted(Double.parseDouble(told.group(1)));

        assertThat(page("/correlations?hours=3")).contains("<b>" + coefficient + "</b>");
        assertThat(page("/correlations?hours=3&a=commit&b=commit_amend"))
                .contains("they move together", "r " + coefficient + ", p &lt; 0.001");
    }

    @Test
    void pair_showsBothOnOneAxis() {
        ranTogether("commit", "commit_amend", "alone");

        String page = page("/correlations?hours=3&a=commit&b=alone");

        assertThat(page).contains("they go their own ways");
        assertThat(Pattern.compile("data-from=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(match -> match.group(1))
                        .toList())
                .hasSize(2)
                .containsOnly("2026-11-20T14:22:00Z");
    }

    @Test
    void pair_ofOneThatWasNotTimedSaysSo() {
        daemon.ran("commit", Duration.ofMillis(6), 10);

        assertThat(page("/correlations?a=commit&b=never"))
                .contains(
                        "nobody can say whether they move together", "One of them has no timings in the last 24 hours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=commit", "b=commit", "a=commit&b=commit", "a=commit&b=%00", "r=2", "r=x", "hours=5"})
    void whatCannotBeAnswered_isRefused(String query) {
        HttpResponse<String> answer = client.get("/correlations?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void hostileNames_areShownAsText() {
        ranTogether(HOSTILE, "x".repeat(200), "alone");

        String page = page("/correlations?hours=3");

        assertThat(page).doesNotContain("<img src=x");
        Matcher pair = Pattern.compile("href=\"(/correlations[^\"]*b=[^\"]*)\"").matcher(page);
        assertThat(pair.find()).isTrue();
        assertThat(page(pair.group(1).replace("&amp;", "&"))).doesNotContain("<img src=x");
    }

    @Test
    void matrix_ofVeryManyOperationsSaysWhatIsLeftOut() {
        Random random = new Random(SEED);
        for (int minute = 0; minute < 15; minute++) {
            daemon.passes(Duration.ofMinutes(1));
            List<Timing> timings = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                timings.add(new Timing("op_" + i, 1_000 + random.nextInt(1_000), daemon.now(), Context.of("ada")));
            }
            daemon.append(timings);
        }

        String page = page("/correlations?hours=1");

        assertThat(page).contains("20 are left out");
        assertThat(page.split("data-row=", -1)).hasSize(60 * 59 / 2 + 1);
    }

    /** Two that waver together and end up three times as slow, and one that goes its own way. */
    private void ranTogether(String one, String other, String alone) {
        Random random = new Random(SEED);
        double shared = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            daemon.passes(Duration.ofMinutes(1));
            shared = 0.8 * shared + 0.1 * random.nextGaussian();
            double slow = minute >= MINUTES - 30 ? 3 : 1;
            daemon.append(List.of(
                    timing(one, 4_000 * slow * Math.exp(shared)),
                    timing(other, 9_000 * slow * Math.exp(shared)),
                    timing(alone, 7_000 * Math.exp(0.1 * random.nextGaussian()))));
        }
    }

    private Timing timing(String operation, double micros) {
        return new Timing(operation, Math.round(micros), daemon.now(), Context.of("ada"));
    }

    private String page(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
