package io.tidemark.bootstrap.console.settings;

import io.tidemark.application.port.ExpectationBook.Numbered;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import java.time.Instant;

/**
 * A deviation that is expected.
 *
 * @param upTo how long runs may take meanwhile
 */
record ExpectedRow(long id, String operation, String from, String until, String upTo, String who, String why) {
    static ExpectedRow of(Numbered numbered, Instant now) {
        ExpectedDeviation deviation = numbered.deviation();
        return new ExpectedRow(
                numbered.id(),
                deviation.operation(),
                Wording.time(deviation.time().from(), now),
                Wording.time(deviation.time().to(), now),
                deviation.upTo() == null
                        ? "any time"
                        : Wording.duration(deviation.upTo().toNanos() / 1e3),
                deviation.who(),
                deviation.why());
    }
}
