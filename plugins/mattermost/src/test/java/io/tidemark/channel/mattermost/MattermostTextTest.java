package io.tidemark.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MattermostTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "*bold* _slanted_ **both** ~~gone~~ `code` ``more``",
                "# heading",
                "heading\n===",
                "heading\n---",
                "- item\n- item",
                "+ item",
                "1. item",
                "2) item",
                "> quote",
                "[link](https://evil.example) ![image](x)",
                "[ref]: https://evil.example",
                "<b>bold</b> <https://evil.example|click>",
                "&copy; &amp; &#64;",
                "```\ncode\n```",
                "***",
                "| a | b |\n| - | - |",
                "back\\slash \\* \\_ \\\\ \\n \\",
                "merge_branches of pggit.commit_tree",
                "C:\\temp\\x"
            })
    void markdown_isReadAsTheTextThatItWas(String text) {
        assertThat(shown(MattermostText.markdown(text, 1_000))).isEqualTo(text);
    }

    @Test
    void markdown_dropsIndentationThatWouldMakeCode() {
        assertThat(shown(MattermostText.markdown("first\n\n     second\n\t\tthird", 1_000)))
                .isEqualTo("first\n\nsecond\nthird");
    }

    @Test
    void markdown_leavesAddressesWhole() {
        assertThat(MattermostText.markdown("see https://x.example/a_b-c?d=e#f (now)", 100))
                .isEqualTo("see https://x.example/a_b-c?d=e#f (now)");
    }

    @Test
    void markdown_partsTheAtSignFromTheName() {
        assertThat(MattermostText.markdown("@here", 100)).isEqualTo("@\u200Bhere");
    }

    @Test
    void markdown_splitsNoEscape() {
        assertThat(MattermostText.markdown("a*b*", 6)).isEqualTo("a\\*b\\*");
        assertThat(MattermostText.markdown("a*b*c", 6)).isEqualTo("a\\*b…");
        assertThat(MattermostText.markdown("a<", 4)).isEqualTo("a…");
    }

    @Test
    void markdown_splitsNoEmoji() {
        assertThat(MattermostText.markdown("a🌊b🌊", 4)).isEqualTo("a🌊…");
        assertThat(MattermostText.markdown("ab🌊🌊", 4)).isEqualTo("ab…");
    }

    @Test
    void raw_isOneLineWithoutMentions() {
        assertThat(MattermostText.raw("*a*\n<!channel> @all", 100)).isEqualTo("*a* <\u200B!channel> @\u200Ball");
    }

    /** What a reader of CommonMark shows: nothing but paragraphs and line breaks may have come of the text. */
    private static String shown(String markdown) {
        String html = HtmlRenderer.builder()
                .softbreak("\n")
                .build()
                .render(Parser.builder().build().parse(markdown));
        return html.strip()
                .replace("</p>\n<p>", "\n\n")
                .replaceAll("^<p>|</p>$", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
