package io.tidemark.application.alert;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.IncidentReader;
import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.AlertPolicy;
import java.time.Clock;
import java.util.List;

/** A desk that decides as usual. */
public final class DeskFixture {
    private DeskFixture() {}

    public static AlertDesk over(Storage storage, Clock clock) {
        Router router = new Router(storage.routes());
        router.refresh();
        return Desk.over(
                        storage,
                        AlertPolicy.DEFAULT,
                        List.of(new Inhibition(storage.incidents(), clock)),
                        router,
                        clock)
                .alerts();
    }

    public static AlertDesk over(AlertLedger ledger, IncidentReader incidents, RouteBook routes, Clock clock) {
        Router router = new Router(routes);
        router.refresh();
        Teller teller = new Teller(AlertPolicy.DEFAULT, List.of(new Inhibition(incidents, clock)), router);
        return new AlertDesk(ledger, AlertPolicy.DEFAULT, teller, clock);
    }
}
