package io.tidemark.bootstrap.console.frame;

import io.tidemark.application.Tidemark;
import io.tidemark.application.access.TokenDesk;
import io.tidemark.application.port.AuditReader;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.bootstrap.destination.DestinationDesk.Listed;
import io.tidemark.bootstrap.settings.EffectiveSetting;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the pages are made of.
 *
 * @param tidemark the operations, the alerts and the recorder
 * @param outbox what became of notifications
 * @param health how the parts are, by name
 * @param office what admins see to
 * @param clock what time it is
 */
public record ConsoleSources(
        Tidemark tidemark, OutboxReader outbox, Supplier<Map<String, Health>> health, Office office, Clock clock) {

    /**
     * What admins see to.
     *
     * @param audit who changed what
     * @param tokens who may do what
     * @param destinations who can be told, and how they are
     * @param settings the settings that apply, each with its origin
     */
    public record Office(
            AuditReader audit, TokenDesk tokens, Supplier<List<Listed>> destinations, List<EffectiveSetting> settings) {
        public Office {
            settings = List.copyOf(settings);
        }
    }
}
