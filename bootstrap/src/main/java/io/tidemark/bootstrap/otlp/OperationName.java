package io.tidemark.bootstrap.otlp;

import io.tidemark.domain.timing.Scope;
import java.util.regex.Pattern;

/**
 * What a span is counted under. Names of operations must be few: a statement with its literals is none, nor is it kept
 * as the name of the particular run.
 */
final class OperationName {
    private static final String UNNAMED = "unnamed";
    private static final Pattern STATEMENT =
            Pattern.compile("(?i)(select|insert|update|delete|merge|with|call|copy|truncate)\\s.*", Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile("[A-Za-z_][\\w.$-]*( [A-Za-z_\"][\\w.$\"-]*)?");

    private OperationName() {}

    /** The name of the operation. */
    static String of(String spanName, Attributes attributes) {
        String name = attributes.text("tidemark.operation").orElseGet(() -> database(spanName, attributes));
        return Texts.cut(name, Scope.MAX_NAME_LENGTH);
    }

    /** The name of the particular run. */
    static String run(String spanName, Attributes attributes) {
        return Texts.cut(named(spanName, attributes), Scope.MAX_NAME_LENGTH);
    }

    private static String database(String spanName, Attributes attributes) {
        return attributes
                .text("db.operation.name")
                .map(operation -> attributes
                        .text("db.collection.name")
                        .map(collection -> operation + " " + collection)
                        .orElse(operation))
                .orElseGet(() -> named(spanName, attributes));
    }

    private static String named(String spanName, Attributes attributes) {
        String name = spanName.strip();
        if (name.isEmpty()) {
            return UNNAMED;
        }
        boolean mayBeStatement = attributes.has("db.system.name")
                || attributes.has("db.system")
                || STATEMENT.matcher(name).matches();
        return mayBeStatement && !WORDS.matcher(name).matches() ? name.split("\\W", 2)[0] : name;
    }
}
