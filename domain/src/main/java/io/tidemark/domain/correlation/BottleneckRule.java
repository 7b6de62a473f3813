package io.tidemark.domain.correlation;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.operation.Category;
import io.tidemark.domain.operation.OperationType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table that says what operations share when they get slow together.
 *
 * @param id its number, or null when it came with the product
 * @param extent how many of the operations it must fit
 * @param categories which categories it fits
 * @param operations which names it fits, each with {@code *} for any characters; with no category and no name it fits all
 * @param advice what it says then
 */
public record BottleneckRule(
        @Nullable Long id, Extent extent, Set<Category> categories, List<String> operations, Advice advice) {
    private static final int MOST_NAMES = 100;

    public BottleneckRule {
        requireNonNull(extent, "extent");
        requireNonNull(advice, "advice");
        categories = Set.copyOf(categories);
        operations = List.copyOf(operations);
        if (operations.size() > MOST_NAMES || operations.stream().anyMatch(BottleneckRule::isNoName)) {
            throw new IllegalArgumentException(
                    "operations %s must be at most %d names, or beginnings of names with a *, of 1 to 200 characters"
                            .formatted(operations, MOST_NAMES));
        }
    }

    /** How many of the operations a rule must fit. */
    public enum Extent {
        ALL,
        ANY
    }

    /** A row that came with the product. */
    static BottleneckRule builtIn(Extent extent, Set<Category> categories, Advice advice) {
        return new BottleneckRule(null, extent, categories, List.of(), advice);
    }

    /** The same row, with the number that a storage gave it. */
    public BottleneckRule numbered(long id) {
        return new BottleneckRule(id, extent, categories, operations, advice);
    }

    boolean fits(Collection<OperationType> several) {
        return extent == Extent.ALL
                ? several.stream().allMatch(this::fits)
                : several.stream().anyMatch(this::fits);
    }

    private boolean fits(OperationType operation) {
        boolean fitsEverything = categories.isEmpty() && operations.isEmpty();
        return fitsEverything
                || categories.contains(operation.category())
                || operations.stream().anyMatch(name -> fits(name, operation.name()));
    }

    private static boolean fits(String name, String operation) {
        String regex = Pattern.quote(name).replace("*", "\\E.*\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(operation).matches();
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.length() > 200 || name.indexOf('\0') >= 0;
    }
}
