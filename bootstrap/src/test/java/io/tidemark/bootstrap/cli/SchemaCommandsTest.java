package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.SchemaState;
import io.tidemark.application.port.SchemaState.Step;
import io.tidemark.bootstrap.demo.DemoSettings;
import io.tidemark.bootstrap.settings.LoadedSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class SchemaCommandsTest {
    private static final Step VIEWS = new Step("23", "views");
    private static final SchemaState OLD = new SchemaState("22", "23", List.of(VIEWS), List.of());
    private static final SchemaState CURRENT = new SchemaState("23", "23", List.of(), List.of());
    private static final SchemaState NEWER = new SchemaState("24", "23", List.of(), List.of(new Step("24", "more")));

    @Test
    void status_listsTheStepsThatAreLeft() {
        var outcome = over(OLD).run("schema", "status");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out().lines())
                .containsExactly(
                        "a database: the tables are of version 22; 1 steps are left until version 23. 'tidemark schema"
                                + " migrate' takes them, and so does the daemon when it starts.",
                        "    23  views");
    }

    @Test
    void status_ofTheNewestVersionIsFine() {
        var outcome = over(CURRENT).run("schema", "status");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().strip()).isEqualTo("a database: the tables are of version 23, and up to date.");
    }

    @Test
    void status_asJson() {
        var outcome = over(OLD).run("schema", "status", "--json");

        assertThat(new JsonMapper()
                        .readTree(outcome.out())
                        .at("/after/pending/0/version")
                        .asString())
                .isEqualTo("23");
    }

    @Test
    void status_ofANewerRelease_saysSo() {
        var outcome = over(NEWER).run("schema", "status");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out()).contains("version 24, which a newer Tidemark made; this one knows versions up to 23");
    }

    @Test
    void migrate_saysWhatWasDone() {
        var outcome = over(OLD).run("schema", "migrate");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly("a database: the tables are of version 23 now, after a step:", "    23  views");
    }

    @Test
    void migrate_ofTheNewestVersion_hasNothingToDo() {
        assertThat(over(CURRENT).run("schema", "migrate").out()).contains("up to date");
    }

    @Test
    void migrate_leavesANewerReleaseAlone() {
        var outcome = over(NEWER).run("schema", "migrate");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err()).contains("Nothing was changed: run the newer one.");
    }

    private static CommandFixture over(SchemaState found) {
        return new CommandFixture().launching(new DaemonLauncher() {
            @Override
            public int run(LoadedSettings settings, @Nullable DemoSettings demo) {
                throw new AssertionError("no daemon is to be run");
            }

            @Override
            public SchemaReport schema(LoadedSettings settings, boolean migrate) {
                return new SchemaReport("a database", found, migrate && found.equals(OLD) ? CURRENT : found);
            }
        });
    }
}
