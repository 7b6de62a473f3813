package io.tidemark.bootstrap.destination;

import io.tidemark.application.port.DestinationBook;
import io.tidemark.application.port.DestinationBook.Sealed;
import io.tidemark.application.port.DestinationBook.Stored;
import io.tidemark.bootstrap.secret.Label;
import io.tidemark.bootstrap.secret.Vault;
import io.tidemark.bootstrap.secret.VaultException;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Encrypts everything that is stored under the first key. One destination after the other, each at once: a rotation that
 * was cut short is done again, and finds what is left.
 */
public final class Rotation {
    private final DestinationBook book;
    private final Vault vault;
    private final Clock clock;

    public Rotation(DestinationBook book, Vault vault, Clock clock) {
        this.book = book;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param rotated the destinations that were encrypted anew
     * @param current how many were encrypted under the first key before
     * @param problems what is left and why; no secret
     */
    public record Report(List<String> rotated, int current, List<String> problems) {
        public Report {
            rotated = List.copyOf(rotated);
            problems = List.copyOf(problems);
        }
    }

    /** Encrypts anew what is not encrypted under the first key. */
    public Report run(String by) {
        List<String> rotated = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int current = 0;
        for (Stored stored : book.all()) {
            if (stored.values().values().stream().allMatch(vault::isCurrent)) {
                current++;
                continue;
            }
            try {
                if (rotate(stored, by)) {
                    rotated.add(stored.name());
                } else {
                    problems.add("'%s' was changed by somebody else at the same time: rotate again"
                            .formatted(stored.name()));
                }
            } catch (VaultException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Report(rotated, current, problems);
    }

    private boolean rotate(Stored stored, String by) {
        Map<String, Sealed> fresh = new TreeMap<>();
        Destinations.values(vault, stored)
                .forEach((key, value) ->
                        fresh.put(key, vault.seal(new Label(stored.name(), stored.channel(), key), value)));
        Deed deed = new Deed(Verb.ROTATED, "destination", stored.name());
        AuditEntry entry = new AuditEntry(clock.instant(), by, deed, keys(stored.values()), keys(fresh));
        return book.change(stored, fresh, entry);
    }

    private static String keys(Map<String, Sealed> values) {
        return values.values().stream().map(Sealed::keyId).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", ", "encrypted under ", ""));
    }
}
