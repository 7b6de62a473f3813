package io.tidemark.channel.pagerduty;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is noted from one attempt to the next.
 *
 * @param opener the {@link Account#print} of the routing key that opened the incident; empty if none did yet
 * @param plain the id of the message that is to be sent with its summary alone; empty if none is
 */
record Memo(String opener, String plain) {
    private static final Memo NOTHING = new Memo("", "");
    private static final Pattern WRITTEN = Pattern.compile("opener=([0-9a-f]{16})?;plain=([!-~]{0,128})");

    /** Reads what {@link #toString} wrote, and takes anything else for nothing. */
    static Memo of(@Nullable String written) {
        Matcher matcher = WRITTEN.matcher(Objects.requireNonNullElse(written, ""));
        return matcher.matches()
                ? new Memo(Objects.requireNonNullElse(matcher.group(1), ""), String.valueOf(matcher.group(2)))
                : NOTHING;
    }

    Memo openedBy(String print) {
        return new Memo(print, plain);
    }

    Memo plainFor(String message) {
        return new Memo(opener, message);
    }

    boolean wasOpenedByAnother(String print) {
        return !opener.isEmpty() && !opener.equals(print);
    }

    @Override
    public String toString() {
        return "opener=" + opener + ";plain=" + plain;
    }
}
