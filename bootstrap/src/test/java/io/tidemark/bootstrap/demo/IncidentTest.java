package io.tidemark.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.bootstrap.demo.Incident.Shape;
import io.tidemark.bootstrap.demo.Incident.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class IncidentTest {
    private static final Instant ORIGIN = Instant.parse("2026-11-18T12:00:00Z");
    private static final When WHEN = new When(Duration.ofMinutes(10), Duration.ofMinutes(3), Duration.ofMinutes(2), 0);

    @Test
    void incident_lastsAsLongAsItSays_andComesAgain() {
        Incident spike = incident(Shape.AT_ONCE);

        assertThat(spike.lasts(at(179), ORIGIN)).isFalse();
        assertThat(spike.lasts(at(180), ORIGIN)).isTrue();
        assertThat(spike.lasts(at(299), ORIGIN)).isTrue();
        assertThat(spike.lasts(at(300), ORIGIN)).isFalse();
        assertThat(spike.lasts(at(780), ORIGIN)).isTrue();
    }

    @Test
    void spike_isAsBadAsItGetsFromTheFirstMoment() {
        assertThat(incident(Shape.AT_ONCE).factorAt(at(180), ORIGIN)).isEqualTo(3);
    }

    @Test
    void creep_growsFromNothing() {
        Incident creep = incident(Shape.CREEPING);

        assertThat(creep.factorAt(at(180), ORIGIN)).isEqualTo(1);
        assertThat(creep.factorAt(at(240), ORIGIN)).isCloseTo(2, within(1e-9));
        assertThat(creep.factorAt(at(299), ORIGIN)).isBetween(2.9, 3.0);
    }

    private static Incident incident(Shape shape) {
        return new Incident(Set.of("commit"), WHEN, shape, 3, 1);
    }

    private static Instant at(long seconds) {
        return ORIGIN.plusSeconds(seconds);
    }
}
