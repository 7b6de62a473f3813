package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The requests that the README shows are sent as it shows them. */
class ReadmeTest {
    private static final Pattern REQUEST =
            Pattern.compile("curl (http://127.0.0.1:7117)(/\\S+) .*?-d '(.*?)'", Pattern.DOTALL);

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    @Test
    void requestsOfTheReadme_areTaken() throws IOException {
        Matcher request = REQUEST.matcher(asTheShellSendsThem(Files.readString(Path.of("README.md"))));
        int requests = 0;
        try (RunningDaemon daemon = RunningDaemon.startAt(NOW)) {
            while (request.find()) {
                requests++;
                assertThat(new Client(daemon.address())
                                .post(request.group(2), request.group(3))
                                .statusCode())
                        .as(request.group())
                        .isBetween(200, 201);
            }
            assertThat(daemon.log().timings()).hasSize(2);
        }
        assertThat(requests).isEqualTo(3);
    }

    private static String asTheShellSendsThem(String readme) {
        return readme.replace("'$(date +%s)'", Long.toString(NOW.getEpochSecond()));
    }
}
