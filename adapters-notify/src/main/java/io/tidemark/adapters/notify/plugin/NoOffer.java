package io.tidemark.adapters.notify.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says why a type is not on offer: its plugin has a problem, or somebody meant another word. */
record NoOffer(DestinationConfig config, Collection<String> types, List<PluginProblem> problems) {
    DestinationException exception() {
        List<PluginProblem> own = problems.stream()
                .filter(problem -> problem.type().equals(config.type()))
                .toList();
        String start = "destination '" + config.name() + "' cannot be opened: no plugin offers the channel type '"
                + config.type() + "'";
        if (own.isEmpty()) {
            return new DestinationException(start + suggestion() + "; on offer: " + choices() + others(), null);
        }
        List<String> reasons = own.stream().map(PluginProblem::message).toList();
        return new DestinationException(start + ", because " + String.join("; ", reasons), firstCause(own));
    }

    private String suggestion() {
        return closest().map(meant -> "; did you mean '" + meant + "'?").orElse("");
    }

    private String choices() {
        return types.isEmpty() ? "nothing" : String.join(", ", types);
    }

    private String others() {
        return problems.isEmpty()
                ? ""
                : "; plugins with problems: "
                        + String.join(
                                "; ",
                                problems.stream().map(PluginProblem::message).toList());
    }

    private static @Nullable Throwable firstCause(List<PluginProblem> own) {
        return own.get(0).cause();
    }

    /** The type with most pairs of letters in common, if that is half of them. */
    private Optional<String> closest() {
        return types.stream().filter(type -> likeness(type) >= 0.5).max(Comparator.comparingDouble(this::likeness));
    }

    private double likeness(String type) {
        List<String> ours = pairs(config.type());
        List<String> theirs = pairs(type);
        long common = ours.stream().distinct().filter(theirs::contains).count();
        return 2.0 * common / (ours.size() + theirs.size());
    }

    /** {@code ^s sl la ac ck k$}: with its ends, so that a word of one letter has pairs, too. */
    private static List<String> pairs(String word) {
        String whole = "^" + word + "$";
        return IntStream.range(0, whole.length() - 1)
                .mapToObj(i -> whole.substring(i, i + 2))
                .toList();
    }
}
