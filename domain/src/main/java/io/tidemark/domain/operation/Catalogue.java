package io.tidemark.domain.operation;

import java.util.List;

/** The operations that are known from the start: those of pgGit. */
public final class Catalogue {
    private static final List<OperationType> KNOWN = List.of(
            branch("branch_create", "Makes a branch that starts at a commit."),
            branch("branch_delete", "Removes a branch; its commits stay as long as another branch leads to them."),
            branch("branch_rename", "Gives a branch another name."),
            branch("branch_list", "Lists the branches with their latest commits."),
            branch("branch_checkout", "Makes the database look as a branch says."),
            branch("branch_compare", "Tells which commits and objects two branches do not share."),
            branch("branch_archive", "Puts a branch away: it can be read, and no longer changed."),
            commit("commit", "Stores the changed objects as a new commit on a branch."),
            commit("commit_amend", "Puts a corrected commit in the place of the latest one."),
            commit("commit_revert", "Adds a commit that undoes an earlier one."),
            commit("commit_diff", "Tells what a commit changed."),
            commit("commit_lookup", "Finds a commit by its hash."),
            merge("merge_branches", "Merges one branch into another, from the search for the base to the commit."),
            merge("merge_base_find", "Finds the latest commit that two branches have in common."),
            merge("merge_conflict_detect", "Finds the objects that both sides changed in ways that do not agree."),
            merge("merge_auto_resolve", "Resolves by rules the conflicts that rules can resolve."),
            merge("merge_manual_resolve", "Takes over what a person decided about a conflict."),
            merge("merge_abort", "Gives up a merge, and leaves both branches as they were."),
            history("get_history", "Lists the commits of a branch, the latest first."),
            history("get_object_timeline", "Lists the commits that changed one object."),
            history("get_diff", "Tells how the objects of two commits differ."),
            history("get_snapshot", "Reads all objects as they were at a commit."),
            history("blame_object", "Tells for each line of an object which commit wrote it."),
            history("search_history", "Finds the commits whose message or content match."),
            rollback("rollback_commit", "Takes the database back to before a commit."),
            rollback("rollback_cascade", "Takes back a commit, and all that depend on it."),
            rollback("rollback_preview", "Tells what a rollback would change, and changes nothing."),
            rollback("rollback_validate", "Checks whether a rollback would leave the schema whole."),
            schema("ddl_capture", "Notes a statement that changed the schema, as it runs."),
            schema("schema_snapshot", "Stores the definitions of all objects at one moment."),
            schema("schema_compare", "Tells how two schemas differ."),
            schema("schema_migrate", "Runs the statements that lead from one schema to another."),
            schema("schema_validate", "Checks that the objects of a schema fit together."));

    private Catalogue() {}

    /** The operations by category, each once; all of them tracked. */
    public static List<OperationType> known() {
        return KNOWN;
    }

    private static OperationType branch(String name, String description) {
        return new OperationType(name, Category.BRANCH, description, true);
    }

    private static OperationType commit(String name, String description) {
        return new OperationType(name, Category.COMMIT, description, true);
    }

    private static OperationType merge(String name, String description) {
        return new OperationType(name, Category.MERGE, description, true);
    }

    private static OperationType history(String name, String description) {
        return new OperationType(name, Category.HISTORY, description, true);
    }

    private static OperationType rollback(String name, String description) {
        return new OperationType(name, Category.ROLLBACK, description, true);
    }

    private static OperationType schema(String name, String description) {
        return new OperationType(name, Category.SCHEMA, description, true);
    }
}
