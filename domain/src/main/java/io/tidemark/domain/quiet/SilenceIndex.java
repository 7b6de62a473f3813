package io.tidemark.domain.quiet;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.label.Label;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Operator;
import io.tidemark.domain.quiet.Silence.Matching;
import io.tidemark.domain.quiet.Silence.Snooze;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the silences of an alert among thousands: most name a value that a label must have, so that only those that name
 * one of the alert's values, and the few that name none, are held against it.
 */
public final class SilenceIndex {
    /** Labels that few alerts share the value of come last. */
    private static final List<String> TELLING = Stream.of(
                    Label.SEVERITY,
                    Label.TYPE,
                    Label.CATEGORY,
                    Label.USER,
                    Label.BRANCH,
                    Label.SUBJECT,
                    Label.OPERATION)
            .map(Label::word)
            .toList();

    /** What a silence cannot cover an alert without. */
    private sealed interface Key {}

    private record ByAlert(long id) implements Key {}

    private record ByLabel(String label, String value) implements Key {}

    private record ByNothing() implements Key {}

    private final Map<Key, List<FiledSilence>> byKey;

    private SilenceIndex(Map<Key, List<FiledSilence>> byKey) {
        this.byKey = byKey;
    }

    public static SilenceIndex of(List<FiledSilence> silences) {
        return new SilenceIndex(silences.stream().collect(groupingBy(filed -> key(filed.silence()))));
    }

    /** Those that cover an alert, whether or not it is their time. */
    public List<FiledSilence> covering(Alert alert, Labels labels) {
        List<Key> keys = new ArrayList<>();
        keys.add(new ByNothing());
        keys.add(new ByAlert(alert.id()));
        labels.texts().forEach((label, value) -> keys.add(new ByLabel(label, value)));
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .filter(filed -> filed.silence().target().covers(alert, labels))
                .toList();
    }

    private static Key key(Silence silence) {
        if (silence.target() instanceof Snooze snooze) {
            return new ByAlert(snooze.alertId());
        }
        return ((Matching) silence.target())
                .matchers().stream()
                        .filter(matcher -> matcher.operator() == Operator.EQUAL
                                && !matcher.value().isEmpty())
                        .max(comparingInt(matcher -> TELLING.indexOf(matcher.label())))
                        .<Key>map(matcher -> new ByLabel(matcher.label(), matcher.value()))
                        .orElse(new ByNothing());
    }
}
