package io.tidemark.application.baseline;

import static io.tidemark.application.baseline.BaselineWorld.ADA;
import static io.tidemark.application.baseline.BaselineWorld.COMMIT;
import static io.tidemark.application.baseline.BaselineWorld.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Remark;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AnsweredShiftsTest {
    private static final Remark REMARK = new Remark(ADA, NOON, "accepted as normal");

    private final BaselineWorld world = new BaselineWorld();
    private final AnsweredShifts answers = new AnsweredShifts(world.storage.exclusions());

    @Test
    void isAnswered_ofALevelThatSomebodyAccepted_andNotOfALaterOne() {
        answer(Instant.EPOCH, NOON, 7L);

        assertThat(answers.isAnswered("commit", NOON)).isTrue();
        assertThat(answers.isAnswered("commit", NOON.plus(Duration.ofHours(6)))).isTrue();
        assertThat(answers.isAnswered("commit", NOON.plus(Duration.ofHours(7)))).isFalse();
        assertThat(answers.isAnswered("merge", NOON)).isFalse();
    }

    @Test
    void isAnswered_forAsLongAsTheOldLevelIsKept() {
        answer(NOON, null, 7L);

        assertThat(answers.isAnswered("commit", NOON.plus(Duration.ofDays(9)))).isTrue();
    }

    @Test
    void isAnswered_notByAWindowThatAnswersNoAlert() {
        answer(NOON, NOON.plus(Duration.ofHours(2)), null);

        assertThat(answers.isAnswered("commit", NOON)).isFalse();
    }

    private void answer(Instant from, @Nullable Instant to, @Nullable Long alertId) {
        world.storage.exclusions().add(new Exclusion(COMMIT, from, to, REMARK, alertId));
    }
}
