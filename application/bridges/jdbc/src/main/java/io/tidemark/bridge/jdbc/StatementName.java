package io.tidemark.bridge.jdbc;

import io.tidemark.bridge.jdbc.SqlTokens.Kind;
import io.tidemark.bridge.jdbc.SqlTokens.Token;
import java.util.Set;

/**
 * Names a statement by what it does, and to which table: {@code select orders}, {@code insert app.orders}, {@code call
 * settle}. Where the table is not plain to see, the verb stands alone.
 *
 * <p>No value of a statement gets into its name, so that there are as many names as verbs and tables. Names of tables are
 * taken as they are: an application that makes tables without end had better name its statements itself.
 */
public final class StatementName {
    /** The name of statements that begin with no verb that is known. */
    public static final String UNKNOWN = "sql";

    private static final int MAX_TABLE_LENGTH = 130;
    private static final Set<String> WITH_TABLE = Set.of("call", "delete", "insert", "merge", "truncate", "update");
    private static final Set<String> ALONE = Set.of(
            "alter",
            "analyze",
            "begin",
            "checkpoint",
            "close",
            "cluster",
            "comment",
            "commit",
            "copy",
            "create",
            "deallocate",
            "declare",
            "discard",
            "do",
            "drop",
            "end",
            "execute",
            "explain",
            "fetch",
            "grant",
            "listen",
            "lock",
            "move",
            "notify",
            "prepare",
            "refresh",
            "reindex",
            "release",
            "reset",
            "revoke",
            "rollback",
            "savepoint",
            "set",
            "show",
            "start",
            "unlisten",
            "vacuum",
            "values");
    private static final Set<String> BEFORE_TABLE = Set.of("from", "into", "only", "table");
    private static final Set<String> AFTER_WITH = Set.of("delete", "insert", "merge", "select", "update", "values");
    private static final Set<String> SUBSELECT = Set.of("select", "values", "with");

    private final SqlTokens tokens;
    private Token token;
    private int depth;

    private StatementName(String sql) {
        tokens = new SqlTokens(sql);
        token = tokens.next();
    }

    /** The name of a statement. */
    public static String of(String sql) {
        return new StatementName(sql).name();
    }

    private String name() {
        // An opening bracket; and {? = call f(?)}, as JDBC writes it.
        while (token.kind() == Kind.SYMBOL) {
            advance();
        }
        if (token.is("with")) {
            skipCommonTables();
        }
        String verb = token.text();
        if (token.kind() != Kind.WORD) {
            return UNKNOWN;
        }
        if (verb.equals("select")) {
            return withTable(verb, tableOfSelect());
        }
        if (WITH_TABLE.contains(verb)) {
            advance();
            skipWords(BEFORE_TABLE);
            return withTable(verb, table());
        }
        return ALONE.contains(verb) ? verb : UNKNOWN;
    }

    private void skipCommonTables() {
        int outside = depth;
        do {
            advance();
        } while (token.kind() != Kind.END
                && !(depth == outside && token.kind() == Kind.WORD && AFTER_WITH.contains(token.text())));
    }

    /** The first one after the first {@code from} of the select itself, not of what it has in brackets. */
    private String tableOfSelect() {
        int inside = depth;
        while (token.kind() != Kind.END && depth >= inside && !token.is(";")) {
            boolean isComparison = token.is("distinct");
            advance();
            if (token.is("from") && depth == inside && !isComparison) {
                advance();
                while (token.is("(") || token.is("only") || token.is("lateral")) {
                    advance();
                }
                if (!(token.kind() == Kind.WORD && SUBSELECT.contains(token.text()))) {
                    return table();
                }
                inside = depth;
            }
        }
        return "";
    }

    private String table() {
        StringBuilder name = new StringBuilder();
        String separator = "";
        while (token.isName()) {
            name.append(separator).append(token.text());
            separator = ".";
            advance();
            if (token.is(".")) {
                advance();
            } else {
                break;
            }
        }
        return name.toString();
    }

    private void skipWords(Set<String> words) {
        while (token.kind() == Kind.WORD && words.contains(token.text())) {
            advance();
        }
    }

    private void advance() {
        token = tokens.next();
        if (token.is("(")) {
            depth++;
        } else if (token.is(")")) {
            depth--;
        }
    }

    private static String withTable(String verb, String table) {
        boolean isPlain = !table.isBlank()
                && table.length() <= MAX_TABLE_LENGTH
                && table.chars().noneMatch(Character::isISOControl);
        return isPlain ? verb + " " + table : verb;
    }
}
