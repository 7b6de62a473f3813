package io.tidemark.channel.email;

import io.tidemark.channel.Text;

/** Text that HTML shows as it is, between tags and in attributes. */
final class Html {
    private static final int LONGEST_LINE = 500;

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String oneLine(String text) {
        return Text.cut(Text.oneLine(text), LONGEST_LINE);
    }
}
