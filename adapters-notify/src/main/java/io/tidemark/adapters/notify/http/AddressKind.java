package io.tidemark.adapters.notify.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an address leads, after the special purpose registries of IANA
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry).
 */
enum AddressKind {
    PUBLIC,
    LOOPBACK,
    PRIVATE,
    /** Hands out the credentials of the machine to whoever asks from it. */
    METADATA,
    /** Link-local, multicast, documentation, unassigned: nothing a notification could be for. */
    RESERVED;

    private static final List<Network> LOOPBACKS = networks("127.0.0.0/8", "::1/128");
    private static final List<Network> METADATA_SERVICES = networks(
            "169.254.169.254/32",
            "168.63.129.16/32",
            "100.100.100.200/32",
            "192.0.0.192/32",
            "fd00:ec2::254/128",
            "fd20:ce::254/128");
    private static final List<Network> PRIVATES =
            networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10");
    private static final List<Network> RESERVED_V4 = networks(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    /** Inside the global unicast block: Teredo, which tunnels to any IPv4 address, and documentation. */
    private static final List<Network> RESERVED_V6 = networks("2001::/32", "2001:db8::/32");

    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final Network IPV4_COMPATIBLE = Network.of("::/96");

    static AddressKind of(InetAddress address) {
        if (within(LOOPBACKS, address)) {
            return LOOPBACK;
        }
        if (within(METADATA_SERVICES, address)) {
            return METADATA;
        }
        if (within(PRIVATES, address)) {
            return PRIVATE;
        }
        return address instanceof Inet4Address ? ofOtherV4(address) : ofOtherV6(address);
    }

    private static AddressKind ofOtherV4(InetAddress address) {
        return within(RESERVED_V4, address) ? RESERVED : PUBLIC;
    }

    /** An IPv6 address that wraps an IPv4 address leads where that one leads. */
    private static AddressKind ofOtherV6(InetAddress address) {
        if (SIX_TO_FOUR.contains(address)) {
            return of(wrapped(address, 2));
        }
        if (NAT64.contains(address) || IPV4_COMPATIBLE.contains(address)) {
            return of(wrapped(address, 12));
        }
        return !GLOBAL_UNICAST.contains(address) || within(RESERVED_V6, address) ? RESERVED : PUBLIC;
    }

    private static InetAddress wrapped(InetAddress address, int offset) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are always an address", e);
        }
    }

    private static boolean within(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... cidrs) {
        return Stream.of(cidrs).map(Network::of).toList();
    }
}
