package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class TableTest {
    @Test
    void table_alignsTextToTheLeftAndNumbersToTheRight() {
        var table = new Table(left("NAME", 20), right("P99", 20), left("WHY", 20))
                .row("commit", "6.000 ms", "")
                .row("get_history", "112.000 ms", "slow");

        assertThat(table.lines())
                .containsExactly(
                        "NAME                P99  WHY", //
                        "commit         6.000 ms",
                        "get_history  112.000 ms  slow");
    }

    @Test
    void table_cutsWhatIsLongerThanItsColumn() {
        var table = new Table(left("N", 6), right("P99", 9)).row("merge_branches", "1");

        assertThat(table.lines()).containsExactly("N       P99", "mer...    1");
    }

    @Test
    void table_cutsWhatIsLongerThanTheLine() {
        var table = new Table(12, Ansi.OFF, left("A", 9), left("B", 9)).row("123456789", "123456789");

        assertThat(table.lines()).containsExactly("A      B", "12...  12...");
    }

    @Test
    void table_alignsLettersThatTakeTwoColumnsOrNone() {
        var table = new Table(left("N", 6), left("B", 9))
                .row("合并", "1")
                .row("e\u0301", "2")
                .row("合并分支", "3");

        assertThat(table.lines()).containsExactly("N       B", "合并    1", "e\u0301       2", "合...   3");
    }

    @Test
    void table_letsNothingThroughThatSteersATerminal() {
        var table = new Table(left("N", 40))
                .row("a\u001b[2Jb\u009b1mc\u202ed\u2028e\nf")
                .note("x\ry");

        assertThat(table.lines()).containsExactly("N", "a [2Jb 1mc d e f", "x y");
    }

    @Test
    void table_coloursKnownTextsOnly() {
        var table = new Table(40, Ansi.ON, left("S", 9).coloured(Map.of("BAD", "red")))
                .row("BAD")
                .row("@|red BAD|@");

        assertThat(table.lines()).containsExactly("S", "\u001b[31mBAD      \u001b[39m\u001b[0m", "@|red ...");
    }

    @Test
    void table_refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table(left("A", 9)).row("1", "2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row has 2 cells, must have 1, one for each column");
    }
}
