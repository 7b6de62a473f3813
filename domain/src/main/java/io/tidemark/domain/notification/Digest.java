package io.tidemark.domain.notification;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import io.tidemark.domain.alert.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes one message of several that wait for the same destination: how many they are, and the titles of the worst. */
public final class Digest {
    /** What a person scrolls through, and every receiver takes. */
    static final int MAX_TITLES = 40;

    private static final int LONGEST_TITLE = 150;
    private static final Comparator<Notice> WORST_FIRST =
            comparing(Notice::severity).reversed();

    private Digest() {}

    /**
     * The message instead of these.
     *
     * @param id of its conversation, which is that of no other message
     * @param waiting what it stands for, at least one, all to one destination
     */
    public static Notice of(String id, List<Notice> waiting, Instant now) {
        Destination destination = waiting.get(0).destination();
        Severity worst = waiting.stream()
                .map(Notice::severity)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String title = "%d messages at once: %s".formatted(waiting.size(), counts(waiting));
        return new Notice(
                new Conversation(id, null, "DIGEST", destination.name(), null),
                Notice.Kind.DIGEST,
                worst,
                destination,
                Content.of(title, text(waiting), facts(waiting)),
                now);
    }

    private static String text(List<Notice> waiting) {
        String titles = waiting.stream()
                .sorted(WORST_FIRST)
                .limit(MAX_TITLES)
                .map(Digest::line)
                .collect(joining("\n"));
        int more = waiting.size() - MAX_TITLES;
        return more > 0 ? titles + "\nand %d more".formatted(more) : titles;
    }

    private static String line(Notice notice) {
        String title = notice.content().title();
        String cut = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
        String what = notice.kind() == Notice.Kind.FIRING ? word(notice.severity()) : word(notice.kind());
        return "%s: %s".formatted(what, cut);
    }

    private static String counts(List<Notice> waiting) {
        return facts(waiting).stream()
                .map(fact -> fact.value() + " " + fact.name())
                .collect(joining(", "));
    }

    /** Firing ones by how bad they are, the worst first, then the others by why they were sent. */
    private static List<Content.Fact> facts(List<Notice> waiting) {
        Stream<Content.Fact> firing = Stream.of(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(severity -> new Content.Fact(word(severity), count(waiting, Notice.Kind.FIRING, severity)));
        Stream<Content.Fact> others = Stream.of(Notice.Kind.ACKNOWLEDGED, Notice.Kind.RESOLVED)
                .map(kind -> new Content.Fact(
                        word(kind),
                        Long.toString(waiting.stream()
                                .filter(notice -> notice.kind() == kind)
                                .count())));
        return Stream.concat(firing, others)
                .filter(fact -> !fact.value().equals("0"))
                .toList();
    }

    private static String count(List<Notice> waiting, Notice.Kind kind, Severity severity) {
        return Long.toString(waiting.stream()
                .filter(notice -> notice.kind() == kind && notice.severity() == severity)
                .count());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
