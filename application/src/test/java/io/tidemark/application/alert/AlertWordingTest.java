package io.tidemark.application.alert;

import static io.tidemark.domain.alert.AlertFixture.SLOW_COMMITS;
import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Content.Fact;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlertWordingTest {
    @Test
    void title_saysWhatAndHowBad() {
        assertThat(AlertWording.title(slow(SLOW_COMMITS, 14_400, 6_000, 2.4)))
                .isEqualTo("commit is slow: 14.4 ms, 2.40 times its normal p99 of 6.00 ms");
    }

    @Test
    void title_namesTheBranch() {
        Fingerprint onMain = new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "commit", "main");

        assertThat(AlertWording.title(slow(onMain, 14_400, 6_000, 2.4))).startsWith("commit on main is slow: ");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.00 µs",
        "850, 850 µs",
        "999, 999 µs",
        "1000, 1.00 ms",
        "1234, 1.23 ms",
        "9994, 9.99 ms",
        "9996, 10.0 ms",
        "12345, 12.3 ms",
        "99960, 100 ms",
        "123456, 123 ms",
        "999400, 999 ms",
        "999600, 1.00 s",
        "1000000, 1.00 s",
        "90000000, 90.0 s",
        "3600000000, 3600 s"
    })
    void title_showsThreeDigits_inTheUnitThatFits(long micros, String expected) {
        assertThat(AlertWording.title(slow(SLOW_COMMITS, micros, 1, 2)))
                .startsWith("commit is slow: " + expected + ", ");
    }

    @Test
    void title_showsAFractionOfAMicrosecond() {
        assertThat(AlertWording.title(slow(SLOW_COMMITS, 1_000, 12.34, 81))).endsWith(" p99 of 12.3 µs");
    }

    @Test
    void raised_givesTheFiguresInOrder() {
        Alert seenTwice = slow(SLOW_COMMITS, 14_400, 6_000, 2.4).seenAgain(sighting(SLOW_COMMITS, 13_000, 6_000, 2.2));

        assertThat(AlertWording.raised(seenTwice))
                .isEqualTo(Content.of(
                        "commit is slow: 14.4 ms, 2.40 times its normal p99 of 6.00 ms",
                        "A run of commit took longer than its baseline allows: 99 in 100 take at most 6.00 ms.\n"
                                + "What to do: Look at the slowest traces of the operation: which span took the time.",
                        List.of(
                                new Fact("Actual", "14.4 ms"),
                                new Fact("Normal (p99)", "6.00 ms"),
                                new Fact("Factor", "2.40"),
                                new Fact("Since", "2026-03-02T12:00:00Z"),
                                new Fact("Seen", "2"),
                                new Fact("User", "anna"))));
    }

    @Test
    void raised_saysTheSameEverywhere() {
        Alert alert = slow(SLOW_COMMITS, 1_234_567, 6_543.21, 188.7);
        Content here = AlertWording.raised(alert);

        assertThat(inGermany(alert)).isEqualTo(here);
        assertThat(here.title()).isEqualTo("commit is slow: 1.23 s, 189 times its normal p99 of 6.54 ms");
    }

    @Test
    void title_saysForEachType_whatIsWrong() {
        assertThat(titleOf(AlertType.ANOMALY)).isEqualTo("commit is unusual: 14.4 ms, 2.40 times its normal 6.00 ms");
        assertThat(titleOf(AlertType.DEGRADATION))
                .isEqualTo("commit got slower: 14.4 ms, 2.40 times the 6.00 ms before");
        assertThat(titleOf(AlertType.CORRELATED_DEGRADATION))
                .isEqualTo("commit, merge and tag got slower together (commit): 2.40 times what is normal");
        assertThat(titleOf(AlertType.BASELINE_APPROVAL))
                .isEqualTo("The baseline of commit waits for approval: its p99 would change from 6.00 ms to 14.4 ms");
    }

    @Test
    void title_saysInWordsWhatOperationsShare() {
        Alert together = about(AlertType.CORRELATED_DEGRADATION, "SHARED_RESOURCE_CONTENTION with GET_DIFF");

        assertThat(AlertWording.title(together))
                .isEqualTo(
                        "commit, merge and tag got slower together (shared resource contention with GET_DIFF): 2.40 times what is normal");
    }

    @Test
    void raised_saysWhy_andNamesNoUser_whenItIsAboutManyTimings() {
        Content content = AlertWording.raised(ofType(AlertType.DEGRADATION));

        assertThat(content.text())
                .startsWith("commit is slower than before, and stays so. " + WHY.text() + "\nWhat to do: ");
        assertThat(content.facts())
                .extracting(Fact::name)
                .doesNotContain("User")
                .contains("Normal");
    }

    private static final Why WHY = new Why(
            Why.Test.DEGRADATION,
            new Why.Band(5_000, 7_200),
            new Why.Basis("the first half of 7 days", 1_200, 6_000, 1.1),
            new Why.Score(140, 20),
            new Why.Effect(140, 8_400),
            List.of());

    private static String titleOf(AlertType type) {
        return AlertWording.title(ofType(type));
    }

    private static Alert ofType(AlertType type) {
        return about(type, "commit");
    }

    private static Alert about(AlertType type, String subject) {
        Evidence evidence =
                Evidence.of(new Figures(14_400, 6_000, 2.4), WHY).withMembers(List.of("commit", "merge", "tag"));
        return Alert.raise(1, new Sighting(new Fingerprint(type, subject, null), Severity.WARNING, evidence, NOON));
    }

    private static Content inGermany(Alert alert) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            return AlertWording.raised(alert);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Alert slow(Fingerprint condition, long actual, double p99, double multiplier) {
        return Alert.raise(1, sighting(condition, actual, p99, multiplier));
    }

    private static Sighting sighting(Fingerprint condition, long actual, double p99, double multiplier) {
        Evidence evidence = new Evidence(new Figures(actual, p99, multiplier), 7L, ANNA, null, List.of());
        return new Sighting(condition, Severity.WARNING, evidence, NOON);
    }
}
