package io.tidemark.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoReleasesTest {
    private static final Instant FRIDAY = Instant.parse("2026-11-20T14:30:00Z");

    @Test
    void releases_areEachMorning_andOneShortlyBeforeSomebodyLooks() {
        assertThat(DemoReleases.of(TimeRange.endingAt(FRIDAY, Duration.ofDays(2))))
                .extracting(Deployment::toString)
                .containsExactly(
                        "2026.11.19 at 2026-11-19T08:57:00Z",
                        "2026.11.20 at 2026-11-20T08:57:00Z",
                        "2026.11.20-checked at 2026-11-20T14:18:00Z, of commit: Commits are checked twice.");
    }

    @Test
    void past_isTheSame_wheneverItIsTold() {
        List<Deployment> first = DemoReleases.of(TimeRange.endingAt(FRIDAY, Duration.ofDays(2)));
        List<Deployment> later =
                DemoReleases.of(TimeRange.endingAt(FRIDAY.plus(Duration.ofHours(3)), Duration.ofDays(2)));

        assertThat(later.subList(0, 2)).isEqualTo(first.subList(0, 2));
    }
}
