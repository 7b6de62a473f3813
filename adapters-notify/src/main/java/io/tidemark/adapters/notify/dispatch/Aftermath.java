package io.tidemark.adapters.notify.dispatch;

import io.tidemark.application.port.DestinationReports;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Next;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows once it is stored what became of deliveries: who is told, and when there is something to claim again. */
final class Aftermath {
    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    private final Throttled throttled;
    private final DestinationReports reports;
    private final Alarm alarm;

    Aftermath(Throttled throttled, DestinationReports reports, Alarm alarm) {
        this.throttled = throttled;
        this.reports = reports;
        this.alarm = alarm;
    }

    /** Something may be due now: the next in its order, or what is to be tried again. */
    void settled(List<Settlement> settlements) {
        for (Settlement settlement : settlements) {
            if (settlement.next() instanceof Next.Again again) {
                alarm.in(again.pause());
            }
            if (!settlement.rest().isZero()) {
                alarm.in(settlement.rest());
            }
            try {
                report(settlement);
            } catch (RuntimeException e) {
                LOG.warn("How a destination is cannot be told; it is told after the next attempt", e);
            }
        }
        alarm.ring();
    }

    private void report(Settlement settlement) {
        String destination =
                settlement.claim().notification().notice().destination().name();
        Attempt attempt = settlement.attempt();
        switch (attempt.outcome()) {
            case DELIVERED -> throttled.works(destination, attempt.at());
            case CHANNEL_DOWN -> reports.down(destination, attempt.answer().detail(), attempt.at());
            case RETRY_LATER, REFUSED -> {}
        }
    }
}
