package io.tidemark.adapters.notify.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.SocketFactory;

/**
 * Which addresses may be called besides the public ones.
 *
 * @param loopback whether this machine may be called
 * @param privateNetworks whether private, unique-local and carrier-grade NAT addresses may be called
 * @param plainHttp whether {@code http://} may be used; even then never to a public address, unless its host is listed
 * @param hosts names (or literal addresses) that may be called wherever they lead
 */
public record AddressRules(boolean loopback, boolean privateNetworks, boolean plainHttp, Set<String> hosts) {
    private static final String NO_PLAIN_HTTP =
            "the call would not be encrypted; use https or TLS, or allow plain http";
    private static final String NO_PLAIN_HTTP_IN_PUBLIC =
            "the call would not be encrypted and the address is public; use https or TLS, or allow plain http and list the host";

    public AddressRules {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Public addresses and https only. */
    public static AddressRules strict() {
        return new AddressRules(false, false, false, Set.of());
    }

    /** Sockets that connect to nowhere else. */
    public SocketFactory sockets(boolean encrypted) {
        return new GuardedSocketFactory(this, !encrypted, Optional.empty());
    }

    /** Why the address that a name was resolved to must not be called, or empty if it may. */
    Optional<String> objectionTo(String host, InetAddress address, boolean plain) {
        if (hosts.contains(host.toLowerCase(Locale.ROOT))) {
            return plain && !plainHttp ? Optional.of(NO_PLAIN_HTTP) : Optional.empty();
        }
        return switch (AddressKind.of(address)) {
            case PUBLIC -> plain ? Optional.of(NO_PLAIN_HTTP_IN_PUBLIC) : Optional.empty();
            case LOOPBACK -> allowed(loopback, "loopback", "loopback addresses", plain);
            case PRIVATE -> allowed(privateNetworks, "private", "private networks", plain);
            case METADATA -> Optional.of("it is a cloud metadata address; only a listed host may lead there");
            case RESERVED ->
                Optional.of("it is a link-local, multicast or reserved address; only a listed host may lead there");
        };
    }

    /** Behind a proxy nobody sees where a name leads, so no secret may go there in the clear. */
    Optional<String> objectionToProxying(boolean plain) {
        return plain
                ? Optional.of("the call would not be encrypted and a proxy hides where it leads; use https")
                : Optional.empty();
    }

    private Optional<String> allowed(boolean allowed, String kind, String setting, boolean plain) {
        if (!allowed) {
            return Optional.of("it is a " + kind + " address; allow " + setting + " or list the host");
        }
        return plain && !plainHttp ? Optional.of(NO_PLAIN_HTTP) : Optional.empty();
    }
}
