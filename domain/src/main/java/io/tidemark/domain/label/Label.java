package io.tidemark.domain.label;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.operation.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A label that every alert may have. Beside these there is one for each entry of an alert's metadata. */
public enum Label {
    TYPE,
    SEVERITY,
    /** What got slow; empty when it is not about one operation. */
    OPERATION,
    /** What the operation works on; empty when it is not about one operation. */
    CATEGORY,
    BRANCH,
    /** Whose timing it was; empty when it is not about a single one. */
    USER,
    /** What it is about: the operation, or what is ill. */
    SUBJECT;

    /** What the label of an entry of the metadata begins with; its key follows. */
    public static final String METADATA = "metadata.";

    /** As it is written in a matcher, such as {@code severity}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A value as alerts have it, however it was written.
     *
     * @throws IllegalArgumentException when no alert can have it; lists what they can have
     */
    String value(String written) {
        List<String> choices = choices();
        if (choices.isEmpty() || written.isEmpty()) {
            return written;
        }
        return choices.stream()
                .filter(written::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s \"%s\" must be one of %s".formatted(word(), written, String.join(", ", choices))));
    }

    /** All that it can say; none when it can say anything. */
    private List<String> choices() {
        return switch (this) {
            case TYPE -> Arrays.stream(AlertType.values()).map(AlertType::name).toList();
            case SEVERITY ->
                Arrays.stream(Severity.values()).map(Severity::name).toList();
            case CATEGORY ->
                Arrays.stream(Category.values()).map(Category::word).toList();
            case OPERATION, BRANCH, USER, SUBJECT -> List.of();
        };
    }

    static Optional<Label> of(String word) {
        return Arrays.stream(values())
                .filter(label -> label.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Label::word).collect(Collectors.joining(", "));
    }
}
