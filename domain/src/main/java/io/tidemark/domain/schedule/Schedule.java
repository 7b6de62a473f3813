package io.tidemark.domain.schedule;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a job is to run.
 *
 * @param zone whose local time the cron means
 * @param enabled whether it runs by itself at all
 */
public record Schedule(Cron cron, ZoneId zone, boolean enabled) {
    public Schedule {
        requireNonNull(cron, "cron");
        requireNonNull(zone, "zone");
    }

    /**
     * One that is enabled.
     *
     * @throws IllegalArgumentException when the cron or the zone breaks the rules; says which and how to write it
     */
    public static Schedule of(String cron, String zone) {
        return new Schedule(Cron.parse(cron), zone(zone), true);
    }

    /**
     * A time zone by its name.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "time zone '%s' is unknown: write one of the IANA names, such as UTC or Europe/Berlin"
                            .formatted(name),
                    e);
        }
    }

    /** The first time after an instant; empty when there is none, or when it is not enabled. */
    public Optional<Instant> next(Instant after) {
        return enabled ? cron.next(after, zone) : Optional.empty();
    }

    /** The next times after an instant, at most as many as asked for. */
    public List<Instant> next(int count, Instant after) {
        return Stream.iterate(next(after), Optional::isPresent, last -> last.flatMap(this::next))
                .limit(count)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the audit is told when somebody has given it to a job; empty when the job had it before. */
    public Optional<AuditEntry> changed(String job, Schedule before, String by, Instant at) {
        return equals(before)
                ? Optional.empty()
                : Optional.of(
                        new AuditEntry(at, by, new Deed(Verb.CHANGED, "job", job), before.toString(), toString()));
    }

    /** As people read it: {@code 0 2 * * * UTC}. */
    @Override
    public String toString() {
        return cron + " " + zone + (enabled ? "" : ", not enabled");
    }
}
