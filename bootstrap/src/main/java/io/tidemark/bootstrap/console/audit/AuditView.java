package io.tidemark.bootstrap.console.audit;

import static java.util.Objects.requireNonNullElse;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import java.time.Instant;
import java.util.List;

/**
 * Who changed what, the latest first.
 *
 * @param which what was asked for
 */
record AuditView(Headline headline, Which which, List<Row> rows) {
    static final String PATH = "/audit";
    /** How many changes are shown at once. */
    static final int MOST_SHOWN = 200;

    /** What can be changed, as a filter offers it. */
    static final List<String> KINDS = List.of(
            "delivery",
            "deployment",
            "destination",
            "detection-rule",
            "job",
            "operation",
            "route",
            "silence",
            "token",
            "window");

    /**
     * One change.
     *
     * @param before how it was, or empty when it was not there
     * @param after how it is since then, or empty when it is gone
     * @param hrefOfThing what else became of the same thing
     * @param hrefOfPerson what else the same person did
     */
    record Row(
            Instant at,
            String time,
            String by,
            String verb,
            String kind,
            String name,
            String before,
            String after,
            String hrefOfThing,
            String hrefOfPerson) {
        static Row of(AuditEntry entry, Instant now) {
            Deed deed = entry.deed();
            return new Row(
                    entry.at(),
                    Wording.time(entry.at(), now),
                    entry.by(),
                    deed.verb().word(),
                    deed.kind(),
                    deed.name(),
                    requireNonNullElse(entry.before(), ""),
                    requireNonNullElse(entry.after(), ""),
                    Address.of(PATH)
                            .with("kind", deed.kind())
                            .with("name", deed.name())
                            .href(),
                    Address.of(PATH).with("by", entry.by()).href());
        }
    }

    static AuditView of(Which which, List<AuditEntry> entries, Instant now) {
        return new AuditView(
                headline(entries, now),
                which,
                entries.stream().map(entry -> Row.of(entry, now)).toList());
    }

    boolean isNarrow() {
        return !which.equals(Which.ALL);
    }

    boolean isCut() {
        return rows.size() == MOST_SHOWN;
    }

    private static Headline headline(List<AuditEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return new Headline("unknown", "Nobody has changed anything", "As far as was asked for.");
        }
        AuditEntry last = entries.get(0);
        return new Headline(
                "unknown",
                "%s %s".formatted(last.by(), last.deed()),
                "That was the last change, at %s UTC.".formatted(Wording.time(last.at(), now)));
    }
}
