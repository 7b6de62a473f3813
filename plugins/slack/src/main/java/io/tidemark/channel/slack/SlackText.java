package io.tidemark.channel.slack;

import io.tidemark.channel.Text;

/** Text that Slack shows as it is. */
final class SlackText {
    private static final String ELLIPSIS = "…";

    private SlackText() {}

    /**
     * The text escaped by the three rules of Slack, which also defuses {@code <!channel>} and {@code <@user>}; cut so
     * that its escaped form keeps to the limit and no entity is split.
     */
    static String escaped(String text, int limit) {
        StringBuilder escaped = new StringBuilder();
        int lastFit = 0;
        for (int character : Text.printable(text).codePoints().toArray()) {
            escaped.append(escape(character));
            if (escaped.length() > limit) {
                return escaped.substring(0, lastFit) + ELLIPSIS;
            }
            lastFit = escaped.length() <= limit - ELLIPSIS.length() ? escaped.length() : lastFit;
        }
        return escaped.toString();
    }

    private static String escape(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(character);
        };
    }
}
