package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link ExclusionBook}. */
public abstract class ExclusionBookContract extends PortContract {
    private static final Remark ADA = new Remark("ada", minute(1), "the disks were moved");
    private static final Exclusion OF_EVERYTHING = new Exclusion(null, minute(0), minute(5), ADA, null);
    private static final Exclusion OF_COMMIT = new Exclusion(Scope.of("commit"), minute(0), minute(5), ADA, null);
    private static final Exclusion ANSWER = new Exclusion(new Scope("commit", "main"), Instant.EPOCH, null, ADA, 7L);

    @Test
    void standing_isEmptyWhenThereAreNone() {
        assertThat(storage.exclusions().standing()).isEmpty();
    }

    @Test
    void add_keepsAllThatWasSaid() {
        Numbered everything = storage.exclusions().add(OF_EVERYTHING);
        Numbered commit = storage.exclusions().add(OF_COMMIT);
        Numbered answer = storage.exclusions().add(ANSWER);

        assertThat(storage.exclusions().standing()).containsExactly(everything, commit, answer);
        assertThat(List.of(everything, commit, answer))
                .extracting(Numbered::exclusion)
                .containsExactly(OF_EVERYTHING, OF_COMMIT, ANSWER);
    }

    @Test
    void add_ofASecondAnswerToAnAlert_tellsTheFirst() {
        Numbered first = storage.exclusions().add(ANSWER);
        Remark bob = new Remark("bob", minute(2), "no");

        Numbered second = storage.exclusions().add(new Exclusion(ANSWER.scope(), minute(1), null, bob, 7L));

        assertThat(second).isEqualTo(first);
        assertThat(storage.exclusions().standing()).containsExactly(first);
    }

    @Test
    void add_ofTwoAnswersAtOnce_letsOneWin() throws Exception {
        List<Numbered> answers = AtOnce.run(List.of(
                () -> storage.exclusions().add(ANSWER),
                () -> storage.exclusions().add(ANSWER)));

        assertThat(storage.exclusions().standing()).hasSize(1).containsAll(answers);
    }

    @Test
    void lift_endsIt_once() {
        Numbered kept = storage.exclusions().add(OF_COMMIT);
        Numbered lifted = storage.exclusions().add(ANSWER);

        assertThat(storage.exclusions().lift(lifted.id(), ADA)).contains(lifted);
        assertThat(storage.exclusions().lift(lifted.id(), ADA)).isEmpty();
        assertThat(storage.exclusions().standing()).containsExactly(kept);
    }

    @Test
    void lift_ofAnAnswer_makesRoomForAnother() {
        Numbered lifted = storage.exclusions().add(ANSWER);
        storage.exclusions().lift(lifted.id(), ADA);

        assertThat(storage.exclusions().add(ANSWER).id()).isNotEqualTo(lifted.id());
    }
}
