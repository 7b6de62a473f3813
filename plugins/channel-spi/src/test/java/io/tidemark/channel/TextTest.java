package io.tidemark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void cut_leavesWhatFits() {
        assertThat(Text.cut("four", 4)).isEqualTo("four");
    }

    @Test
    void cut_endsWithAnEllipsis() {
        assertThat(Text.cut("fiver", 4)).isEqualTo("fiv…");
    }

    @Test
    void cut_splitsNoPairOfSurrogates() {
        assertThat(Text.cut("ab🌊cd", 4)).isEqualTo("ab…");
        assertThat(Text.cut("ab🌊cd", 5)).isEqualTo("ab🌊…");
    }

    @Test
    void cut_needsRoomForTheEllipsis() {
        assertThat(Text.cut("ab", 1)).isEqualTo("…");
        assertThatIllegalArgumentException().isThrownBy(() -> Text.cut("ab", 0));
    }

    @Test
    void oneLine_hasNoCharacterThatBreaksALine() {
        assertThat(Text.oneLine("a\nb\rc\td\u0000e\u001bf\u0085g\u2028h\u2029i"))
                .isEqualTo("a b c d e f g h i");
    }

    @Test
    void oneLine_cannotTurnTheTextAroundIt() {
        assertThat(Text.oneLine("a\u202Eb\u2066c\u2069d")).isEqualTo("a b c d");
    }

    @Test
    void oneLine_leavesScriptsAndEmojiAlone() {
        assertThat(Text.oneLine("عربي 👩‍👩‍👧 ü")).isEqualTo("عربي 👩‍👩‍👧 ü");
    }

    @Test
    void printable_keepsLineFeedAndTab() {
        assertThat(Text.printable("a\n\tb\r\u0000\uD83C")).isEqualTo("a\n\tb   ");
    }
}
