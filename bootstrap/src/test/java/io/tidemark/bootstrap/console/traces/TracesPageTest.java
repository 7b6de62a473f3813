package io.tidemark.bootstrap.console.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.MergeWorld;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesPageTest {
    private static final String ONE = "/traces/" + MergeWorld.TRACE;

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void list_showsTracesByTheirRoot() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));

        assertThat(page("/traces"))
                .contains("<a class=\"pair\" href=\"" + ONE + "\"><bdi>merge_branches</bdi></a>")
                .contains("<bdi>merge feature/x</bdi>")
                .contains("100 ms")
                .contains("1 failed");
    }

    @Test
    void list_isFilteredByTheOperationAndTheStatusOfTheRoot() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));

        assertThat(page("/traces?operation=merge_branches&status=success&order=slowest"))
                .contains(ONE);
        assertThat(page("/traces?operation=commit"))
                .contains("No trace matches")
                .doesNotContain(ONE);
        assertThat(page("/traces?status=failed")).contains("No trace matches").doesNotContain(ONE);
    }

    @Test
    void noTraces_sayHowToOpenASpan() {
        assertThat(page("/traces"))
                .contains("No traces in this time")
                .contains("tidemark.span(\"merge_branches\"")
                .contains("tidemark.start_performance_trace(")
                .contains("/v1/traces")
                .contains("tidemark demo");
    }

    @Test
    void trace_showsEachSpanWithItsOwnTimeAndItsShare() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));

        String page = page(ONE);
        String detect =
                page.split("<li id=\"s" + MergeWorld.id(3).spanId(), 2)[1].split("</summary>", 2)[0];

        assertThat(detect)
                .contains("merge_conflict_detect")
                .contains(">60.0 ms<")
                .contains("own time </span>30.0 ms<")
                .contains("of its root </span>60 %<")
                .contains("d=\"M200,0h100v10h-100zM600,0h200v10h-200z\"");
        assertThat(page).contains("40P01").contains("memory peak").contains("4,096 bytes");
    }

    @Test
    void traceOfFiveThousandSpans_isCut_andSaysSo() {
        daemon.spanned(MergeWorld.large(daemon, 5_000));

        String page = page(ONE);

        assertThat(page.split("<li id=", -1)).hasSizeBetween(900, 1_001);
        assertThat(page)
                .contains("spans that took longest")
                .contains("shorter parts")
                .contains("5,000 spans");
    }

    @Test
    void trace_thatNobodyKnows_isNotFound() {
        HttpResponse<String> answer = client.get(ONE);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/traces?status=odd, 'status ''odd'' must be one of pending, running, success, failed'",
        "/traces?order=odd, 'order ''odd'' must be one of latest, slowest'",
        "/traces?after=odd, after 'odd' must be what a link to more traces says"
    })
    void list_refusesWhatItDoesNotUnderstand(String path, String said) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace("&#39;", "'")).contains(said);
    }

    private String page(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
