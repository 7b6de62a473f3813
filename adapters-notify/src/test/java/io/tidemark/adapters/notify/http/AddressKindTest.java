package io.tidemark.adapters.notify.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {
    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.32.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.128.0.0, PUBLIC",
        "2606:4700::1111, PUBLIC",
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "::1, LOOPBACK",
        "10.0.0.1, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "100.127.255.255, PRIVATE",
        "fd12:3456::1, PRIVATE",
        "fec0::1, PRIVATE",
        "169.254.169.254, METADATA",
        "168.63.129.16, METADATA",
        "100.100.100.200, METADATA",
        "192.0.0.192, METADATA",
        "fd00:ec2::254, METADATA",
        "0.0.0.0, RESERVED",
        "0.1.2.3, RESERVED",
        "169.254.1.1, RESERVED",
        "224.0.0.1, RESERVED",
        "255.255.255.255, RESERVED",
        "198.19.0.1, RESERVED",
        "::, RESERVED",
        "fe80::1, RESERVED",
        "ff02::1, RESERVED",
        "2001:db8::1, RESERVED",
        "2001::1, RESERVED"
    })
    void of_followsTheRegistries(String address, AddressKind kind) throws Exception {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:10.0.0.1, PRIVATE",
        "::10.0.0.1, PRIVATE",
        "64:ff9b::7f00:1, LOOPBACK",
        "64:ff9b::a9fe:a9fe, METADATA",
        "64:ff9b::808:808, PUBLIC",
        "2002:7f00:1::1, LOOPBACK",
        "2002:c0a8:101::1, PRIVATE"
    })
    void of_looksInsideAnAddressThatWrapsAnother(String address, AddressKind kind) throws Exception {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }
}
