package io.tidemark.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlackTextTest {
    @Test
    void escaped_defusesMarkup() {
        assertThat(SlackText.escaped("<!channel> & <@U1>", 100)).isEqualTo("&lt;!channel&gt; &amp; &lt;@U1&gt;");
    }

    @Test
    void escaped_leavesWhatFitsExactly() {
        assertThat(SlackText.escaped("a&b", 7)).isEqualTo("a&amp;b");
    }

    @Test
    void escaped_splitsNoEntity() {
        assertThat(SlackText.escaped("a&b", 6)).isEqualTo("a…");
        assertThat(SlackText.escaped("ab&&", 8)).isEqualTo("ab&amp;…");
    }

    @Test
    void escaped_splitsNoEmoji() {
        assertThat(SlackText.escaped("a🌊b🌊", 4)).isEqualTo("a🌊…");
        assertThat(SlackText.escaped("ab🌊🌊", 4)).isEqualTo("ab…");
    }
}
