package io.tidemark.domain.label;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.operation.Category;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an alert offers to matchers. A label that it does not have is the empty text.
 *
 * @param texts the labels that it has, by their words
 */
public record Labels(Map<String, String> texts) {
    private static final Set<AlertType> OF_ONE_OPERATION = EnumSet.of(
            AlertType.THRESHOLD_EXCEEDED, AlertType.ANOMALY, AlertType.DEGRADATION, AlertType.BASELINE_APPROVAL);

    public Labels {
        texts = Map.copyOf(texts);
    }

    /**
     * Those of an alert.
     *
     * @param categories tells what an operation works on
     */
    public static Labels of(Alert alert, Function<String, Category> categories) {
        Fingerprint condition = alert.fingerprint();
        Map<String, String> texts = new HashMap<>();
        texts.put(Label.TYPE.word(), condition.type().name());
        texts.put(Label.SEVERITY.word(), alert.severity().name());
        texts.put(Label.SUBJECT.word(), condition.subject());
        texts.put(Label.BRANCH.word(), Objects.requireNonNullElse(condition.branch(), ""));
        texts.put(Label.USER.word(), alert.evidence().user());
        if (OF_ONE_OPERATION.contains(condition.type())) {
            texts.put(Label.OPERATION.word(), condition.subject());
            texts.put(
                    Label.CATEGORY.word(), categories.apply(condition.subject()).word());
        }
        return new Labels(texts);
    }

    /** The same, and one more for each entry of the metadata. */
    public Labels withMetadata(Map<String, String> metadata) {
        Map<String, String> more = new HashMap<>(texts);
        metadata.forEach((key, value) -> more.put(Label.METADATA + key, value));
        return new Labels(more);
    }

    /** The text of a label; empty when there is no such label. */
    public String text(String label) {
        return texts.getOrDefault(label, "");
    }

    /** Those that are not empty, by their words: {@code operation=commit severity=WARNING}. */
    @Override
    public String toString() {
        return texts.entrySet().stream()
                .filter(label -> !label.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(" "));
    }
}
