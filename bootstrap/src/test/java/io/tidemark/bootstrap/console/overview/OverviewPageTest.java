package io.tidemark.bootstrap.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewPageTest {
    private static final Pattern CARD = Pattern.compile("<article class=\"card [^>]*aria-label=\"([^\"]*)\"");
    private static final Pattern STYLE_SHEET = Pattern.compile("href=\"(/assets/[^\"]*/console\\.css)\"");

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void operations_areShownWorstFirst() {
        for (String operation : List.of("a_normal", "b_raised", "c_broken")) {
            daemon.ran(operation, Duration.ofMillis(5), 100);
            daemon.learned(operation);
        }
        daemon.ran("d_unknown", Duration.ofMillis(5), 100);
        daemon.ran("b_raised", Duration.ofMillis(8), 100);
        daemon.ran("c_broken", Duration.ofMillis(50), 100);

        assertThat(cards("/")).containsExactly("c_broken", "b_raised", "a_normal", "d_unknown");
    }

    @Test
    void operations_areFilteredByTheirNames() {
        daemon.ran("commit", Duration.ofMillis(5), 1);
        daemon.ran("merge_branches", Duration.ofMillis(5), 1);

        assertThat(cards("/?q=MERGE")).containsExactly("merge_branches");
    }

    @Test
    void operations_areCappedWithACount() {
        daemon.append(IntStream.range(0, 5_000)
                .mapToObj(i -> new Timing("op_" + i, 5_000, daemon.now(), Context.of("ada")))
                .toList());

        assertThat(cards("/")).hasSize(60);
        assertThat(client.get("/").body()).contains("Showing the worst 60 of 5000");
    }

    @Test
    void operationWithoutABaseline_saysHowToMakeOne() {
        daemon.ran("it's", Duration.ofMillis(5), 1);

        assertThat(client.get("/").body()).contains("tidemark baseline calculate &#39;it&#39;\\&#39;&#39;s&#39;");
    }

    @Test
    void stretchOfTime_isOneOfTheChoices() {
        HttpResponse<String> answer = client.get("/?hours=2");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("hours '2' must be one of 1, 3, 6, 24");
    }

    @Test
    void page_isCompressed() {
        HttpResponse<String> answer = client.get("/", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void assets_areKeptForeverUnderTheirVersion() {
        HttpResponse<String> answer = client.get(styleSheet());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }

    @Test
    void assets_areNotSentAgainWhenTheyHaveNotChanged() {
        String path = styleSheet();
        String tag = client.get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(client.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void assets_areNoneOfTheOthers() {
        assertThat(client.get("/assets/1/card.jte").statusCode()).isEqualTo(404);
    }

    private List<String> cards(String path) {
        return CARD.matcher(client.get(path).body())
                .results()
                .map(card -> card.group(1))
                .toList();
    }

    private String styleSheet() {
        Matcher matcher = STYLE_SHEET.matcher(client.get("/").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
