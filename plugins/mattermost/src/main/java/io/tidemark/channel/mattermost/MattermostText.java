package io.tidemark.channel.mattermost;

import io.tidemark.channel.Text;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that Mattermost shows as it is. Its mentions have no escape, so a blank of no width parts each {@code @} from
 * what follows: the server ends a word at it. Markup is escaped as <a href="https://github.com/mattermost/marked">its
 * Markdown reader</a> wants it.
 */
final class MattermostText {
    private static final String ELLIPSIS = "…";
    private static final String NO_WIDTH = "\u200B";
    /** A web address keeps its characters, or it would lead elsewhere. */
    private static final String ADDRESS = "https?://[^\\s<>\"|@*`\\[\\]\\\\]+";

    private static final String BEGINS_A_LIST = "^[0-9]{1,9}[.)]";
    /** Before a letter or a digit a backslash is one, and two of them are two. */
    private static final String MERE_BACKSLASH = "\\\\[A-Za-z0-9]";

    private static final Pattern PIECES = Pattern.compile(
            String.join("|", ADDRESS, BEGINS_A_LIST, MERE_BACKSLASH, "."), Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern INDENTATION = Pattern.compile("^ +", Pattern.MULTILINE);

    private MattermostText() {}

    /** For places that Mattermost reads as Markdown. Indentation goes: four blanks would make code of a line. */
    static String markdown(String text, int limit) {
        String lines =
                INDENTATION.matcher(Text.printable(text).replace('\t', ' ')).replaceAll("");
        return fitted(PIECES.matcher(lines), MattermostText::escaped, limit);
    }

    /** For places that Mattermost shows as they are, but for mentions in Slack's notation. One line. */
    static String raw(String text, int limit) {
        return fitted(PIECES.matcher(Text.oneLine(text)), MattermostText::unmentioned, limit);
    }

    private static String fitted(Matcher pieces, UnaryOperator<String> form, int limit) {
        StringBuilder fitted = new StringBuilder();
        int lastFit = 0;
        for (MatchResult piece : (Iterable<MatchResult>) pieces.results()::iterator) {
            fitted.append(form.apply(piece.group()));
            if (fitted.length() > limit) {
                return fitted.substring(0, lastFit) + ELLIPSIS;
            }
            lastFit = fitted.length() <= limit - ELLIPSIS.length() ? fitted.length() : lastFit;
        }
        return fitted.toString();
    }

    private static String unmentioned(String piece) {
        return piece.equals("@") || piece.equals("<") ? piece + NO_WIDTH : piece;
    }

    private static String escaped(String piece) {
        return switch (piece) {
            case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "-", "+" -> "\\" + piece;
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            // These have no escape of their own: a heading's underline, and formulas.
            case "=" -> "&#61;";
            case "$" -> "&#36;";
            case "@" -> "@" + NO_WIDTH;
            default -> other(piece);
        };
    }

    private static String other(String piece) {
        char last = piece.charAt(piece.length() - 1);
        boolean number = piece.length() > 1 && Character.isDigit(piece.charAt(0)) && (last == '.' || last == ')');
        return number ? piece.substring(0, piece.length() - 1) + "\\" + last : piece;
    }
}
