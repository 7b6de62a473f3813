package io.tidemark.application.alert;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.AlertPolicy;
import java.time.Clock;
import java.util.List;

/**
 * What decides about alerts.
 *
 * @param alerts what was noticed, and what people say
 * @param rounds what is to be looked at again
 */
public record Desk(AlertDesk alerts, Rounds rounds) {
    public Desk {
        requireNonNull(alerts, "alerts");
        requireNonNull(rounds, "rounds");
    }

    /**
     * Puts it together.
     *
     * @param stages the reasons to be quiet, in the order in which they are asked
     */
    public static Desk over(Storage storage, AlertPolicy policy, List<Quieting> stages, Router router, Clock clock) {
        Teller teller = new Teller(policy, stages, router);
        return new Desk(
                new AlertDesk(storage.alerts(), policy, teller, clock),
                new Rounds(storage.alerts(), storage.rollups(), policy.recovery(), teller, clock));
    }
}
