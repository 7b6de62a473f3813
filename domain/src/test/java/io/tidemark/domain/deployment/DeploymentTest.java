package io.tidemark.domain.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.deployment.Deployment.Report;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456789Z");
    private static final Report BY_ADA = new Report("ada", null, null);

    @Test
    void deployment_ofSomeOperations_touchesThoseAlone() {
        Deployment deployment = new Deployment("2.3.1", AT, List.of("commit", "get_diff"), BY_ADA);

        assertThat(deployment.touches(List.of("merge", "get_diff"))).isTrue();
        assertThat(deployment.touches(List.of("merge"))).isFalse();
    }

    @Test
    void deployment_thatNamesNone_touchesAll() {
        assertThat(new Deployment("2.3.1", AT, List.of(), BY_ADA).touches(List.of("merge")))
                .isTrue();
    }

    @Test
    void deployment_isReadByPeople() {
        Deployment deployment =
                new Deployment("2.3.1", AT, List.of("get_diff", "commit"), new Report("ada", null, "a new index"));

        assertThat(deployment).hasToString("2.3.1 at 2026-11-20T12:00:00.123456Z, of commit, get_diff: a new index");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://ci", "https://ci.example.org:8443/runs/7?a=b&c=%20#top", "https://[::1]/", "https://x?y"
            })
    void link_mayBeAnAddressOfTheWeb(String link) {
        assertThat(new Report("ada", link, null).link()).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ci.example.org",
                "javascript:alert(1)",
                "ftp://ci",
                "https://",
                "https:///x",
                "https://ada:secret@ci/",
                "https://ci/a b",
                "https://ci/\nx",
                "https://ci/\u00e9"
            })
    void link_mustNotBeAnythingElse(String link) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report("ada", link, null))
                .withMessageStartingWith("link of ")
                .withMessageNotContaining("secret");
    }

    @Test
    void deployment_withoutAVersion_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment(" ", AT, List.of(), BY_ADA))
                .withMessageStartingWith("version ' ' must not be blank");
    }

    @Test
    void deployment_ofTooManyOperations_isRefused() {
        List<String> many = IntStream.rangeClosed(0, Deployment.MOST_OPERATIONS)
                .mapToObj(i -> "operation " + i)
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment("2.3.1", AT, many, BY_ADA))
                .withMessageStartingWith("operations must be at most 100, not 101");
    }

    @Test
    void note_ofTooManyCharacters_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report("ada", null, "x".repeat(1_001)))
                .withMessageStartingWith("note of 1001 characters");
    }
}
