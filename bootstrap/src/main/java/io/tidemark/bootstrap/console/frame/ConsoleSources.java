package io.tidemark.bootstrap.console.frame;

import io.tidemark.application.Tidemark;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.OutboxReader;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the pages are made of.
 *
 * @param tidemark the operations, the alerts and the recorder
 * @param outbox what became of notifications
 * @param health how the parts are, by name
 * @param clock what time it is
 */
public record ConsoleSources(
        Tidemark tidemark, OutboxReader outbox, Supplier<Map<String, Health>> health, Clock clock) {}
