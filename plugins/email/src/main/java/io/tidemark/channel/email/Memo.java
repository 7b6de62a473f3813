package io.tidemark.channel.email;

import io.tidemark.channel.Message;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a destination remembers of a conversation: the id of its first mail, to which all others refer, and who has the
 * present message already. Addresses are kept as hashes: they are nobody else's business, and so a hundred fit.
 *
 * @param root the id of the first mail, with its angle brackets; empty before it
 * @param message the hash of the message's id
 * @param reached hashes of the recipients whose server took this message
 * @param full hashes of the recipients whose mailbox was full when it was tried
 */
record Memo(String root, String message, Set<String> reached, Set<String> full) {
    private static final Pattern FORMAT =
            Pattern.compile("1 (<[!-;=?-~]{1,700}>) ([\\w-]{11}) \\[([\\w,-]*)] \\[([\\w,-]*)]");

    Memo {
        reached = Set.copyOf(reached);
        full = Set.copyOf(full);
    }

    /** What was noted before, as far as it concerns this message. A memo that cannot be read is none. */
    static Memo of(Message message) {
        String hash = hash(message.id());
        return Optional.ofNullable(message.conversation().memo())
                .map(FORMAT::matcher)
                .filter(Matcher::matches)
                .map(noted -> noted.group(2).equals(hash)
                        ? new Memo(noted.group(1), hash, hashes(noted.group(3)), hashes(noted.group(4)))
                        : new Memo(noted.group(1), hash, Set.of(), Set.of()))
                .orElse(new Memo("", hash, Set.of(), Set.of()));
    }

    boolean hasReached(InternetAddress recipient) {
        return reached.contains(hash(recipient));
    }

    boolean wasFull(InternetAddress recipient) {
        return full.contains(hash(recipient));
    }

    /** The mail to which this one belongs, or null if it is the first itself. */
    @Nullable
    String parentOf(String messageId) {
        return root.isEmpty() || root.equals(messageId) ? null : root;
    }

    /** The same once a mail may have got through. */
    Memo after(String messageId, Collection<InternetAddress> taken, Collection<InternetAddress> withoutRoom) {
        return new Memo(root.isEmpty() ? messageId : root, message, with(reached, taken), with(full, withoutRoom));
    }

    /** As {@link #of} reads it. */
    String written() {
        return "1 %s %s [%s] [%s]".formatted(root, message, joined(reached), joined(full));
    }

    private static Set<String> with(Set<String> hashes, Collection<InternetAddress> more) {
        return Stream.concat(hashes.stream(), more.stream().map(Memo::hash)).collect(Collectors.toSet());
    }

    private static String joined(Set<String> hashes) {
        return hashes.stream().sorted().collect(Collectors.joining(","));
    }

    private static Set<String> hashes(String joined) {
        return new LinkedHashSet<>(Arrays.asList(joined.split(",")));
    }

    private static String hash(InternetAddress address) {
        return hash(address.getAddress().toLowerCase(Locale.ROOT));
    }

    /** 64 bits: enough to tell a hundred recipients apart. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
