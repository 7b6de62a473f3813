package io.tidemark.bootstrap.console.operation;

import io.tidemark.bootstrap.settings.Suggestion;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.timing.Scope;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * That there is no operation of a name.
 *
 * @param name the name, as far as a name goes
 * @param meant operations that may have been meant
 * @param all how many there are
 */
record UnknownView(String name, List<Link> meant, int all) {
    private static final int MOST_MEANT = 8;

    /** An operation, and where its page is. */
    record Link(String name, String href) {}

    static UnknownView of(String name, List<OperationType> all) {
        String shown = name.length() > Scope.MAX_NAME_LENGTH ? name.substring(0, Scope.MAX_NAME_LENGTH) + "…" : name;
        List<String> names = all.stream().map(OperationType::name).toList();
        return new UnknownView(
                shown,
                meant(name, names)
                        .map(one -> new Link(one, OperationQuery.of(one).href()))
                        .toList(),
                names.size());
    }

    /** The closest one, and those that contain it. */
    private static Stream<String> meant(String name, List<String> names) {
        if (name.isBlank() || name.length() > Scope.MAX_NAME_LENGTH) {
            return Stream.empty();
        }
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Suggestion.closest(name, names).stream(),
                        names.stream()
                                .filter(one -> one.toLowerCase(Locale.ROOT).contains(wanted)))
                .distinct()
                .limit(MOST_MEANT);
    }
}
