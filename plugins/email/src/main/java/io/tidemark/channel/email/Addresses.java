package io.tidemark.channel.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads mail addresses. What it throws completes the sentence that starts with the key. */
final class Addresses {
    /** As many as a server must take at once by RFC 5321, section 4.5.3.1.8. */
    static final int MOST = 100;

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    /** An ordinary address. Quoted ones are left out: no mailbox that takes alerts needs them, and relays trip over them. */
    private static final Pattern PLAIN = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}");

    private Addresses() {}

    /** One or more addresses, with commas between them. */
    static List<InternetAddress> list(String text) {
        List<InternetAddress> addresses =
                Arrays.stream(parsed(text)).map(Addresses::checked).distinct().toList();
        if (addresses.isEmpty() || addresses.size() > MOST) {
            throw new IllegalArgumentException("must name 1 to %d addresses, with commas between them".formatted(MOST));
        }
        return addresses;
    }

    /** One address. */
    static InternetAddress single(String text) {
        List<InternetAddress> addresses = list(text);
        if (addresses.size() != 1) {
            throw new IllegalArgumentException("must be one address, such as Tidemark <tidemark@example.org>");
        }
        return addresses.get(0);
    }

    /** The name of a machine, in the letters that go over the wire. */
    static String host(String text) {
        String ascii = ascii(text);
        if (!HOST.matcher(ascii).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a machine; write one such as smtp.example.org".formatted(text));
        }
        return ascii;
    }

    /** The part after the at sign. */
    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
    }

    private static InternetAddress[] parsed(String text) {
        try {
            return InternetAddress.parse(text, true);
        } catch (AddressException unreadable) {
            throw new IllegalArgumentException(
                    "'%s' is no mail address; write ops@example.org or Operations <ops@example.org>".formatted(text),
                    unreadable);
        }
    }

    private static InternetAddress checked(InternetAddress address) {
        String text = address.getAddress();
        int at = text.lastIndexOf('@');
        String spoken = at < 0 ? text : text.substring(0, at) + "@" + ascii(text.substring(at + 1));
        if (!PLAIN.matcher(spoken).matches()) {
            throw new IllegalArgumentException(
                    "'%s' must be an ordinary address such as ops@example.org, in ASCII before the @".formatted(text));
        }
        try {
            return new InternetAddress(spoken, address.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every JDK has UTF-8", impossible);
        }
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException notEncodable) {
            throw new IllegalArgumentException("'%s' is no name of a machine".formatted(name), notEncodable);
        }
    }
}
