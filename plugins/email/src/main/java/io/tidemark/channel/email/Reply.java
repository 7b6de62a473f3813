package io.tidemark.channel.email;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server answered to one command.
 *
 * @param code the three digits of RFC 5321; less than 100 if that was no answer
 * @param enhanced the code of RFC 3463, such as {@code 5.1.1}; empty if there is none
 * @param text the words, on one line
 */
record Reply(int code, String enhanced, String text) {
    private static final Pattern LINE = Pattern.compile("[0-9]{3}[ -]?(?:([245]\\.[0-9]{1,3}\\.[0-9]{1,3})[ ]?)?(.*)");
    private static final Set<Integer> OF_ACCESS = Set.of(530, 534, 535, 538);

    /** Reads an answer of one or several lines. */
    static Reply of(int code, String lines) {
        String enhanced = lines.lines()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(1) != null)
                .map(line -> line.group(1))
                .findFirst()
                .orElse("");
        return new Reply(code, enhanced, lines.lines().map(Reply::words).collect(Collectors.joining(" ")));
    }

    boolean isPositive() {
        return code / 100 == 2;
    }

    boolean isTransient() {
        return code / 100 == 4;
    }

    boolean isPermanent() {
        return code / 100 == 5;
    }

    /** The server has had enough for now, or greylists. */
    boolean isThrottling() {
        return code == 421 || enhanced.startsWith("4.7.");
    }

    /** The server objects to who calls, and will object to the next mail as well. */
    boolean isAboutAccess() {
        return OF_ACCESS.contains(code) || enhanced.startsWith("5.7.");
    }

    /** A smaller mail may pass. */
    boolean isTooLarge() {
        return enhanced.equals("5.3.4") || (code == 552 && !enhanced.equals("5.2.2"));
    }

    /** The mailbox has no room: nobody knows for how long, so some servers say for now and some for good. */
    boolean isMailboxFull() {
        return enhanced.endsWith(".2.2") || (code == 552 && !enhanced.equals("5.3.4"));
    }

    /** Code and words, as a person reads them in the documents of the server. */
    String quoted() {
        return (code + " " + enhanced + " " + text).replaceAll(" +", " ").strip();
    }

    private static String words(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? matcher.group(2) : line;
    }
}
