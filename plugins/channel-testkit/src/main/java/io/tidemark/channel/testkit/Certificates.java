package io.tidemark.channel.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;

/**
 * Writes certificates by hand, as RFC 5280 has them in DER: the JDK has no call for it, and a process of its own for
 * each of them would take seconds.
 *
 * @param from from when on it is valid, as {@code yyyyMMddHHmmssZ}
 * @param until until when
 */
record Certificates(String from, String until) {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT = 0x06;
    private static final int UTF8 = 0x0C;
    private static final int TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int IP_ADDRESS = 0x87;
    private static final int VERSION = 0xA0;
    private static final int EXTENSIONS = 0xA3;

    private static final byte[] COMMON_NAME = der(OBJECT, 0x55, 0x04, 0x03);
    private static final byte[] BASIC_CONSTRAINTS = der(OBJECT, 0x55, 0x1D, 0x13);
    private static final byte[] ALTERNATIVE_NAME = der(OBJECT, 0x55, 0x1D, 0x11);
    private static final byte[] ECDSA_WITH_SHA256 =
            der(SEQUENCE, der(OBJECT, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02));
    private static final byte[] YES = der(0x01, 0xFF);

    static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("This JDK cannot make keys", failure);
        }
    }

    /** A certificate that may sign others. */
    static X509Certificate authority(KeyPair keys) {
        byte[] extension = der(SEQUENCE, BASIC_CONSTRAINTS, YES, der(OCTET_STRING, der(SEQUENCE, YES)));
        return new Certificates("20200101000000Z", "29990101000000Z")
                .signed(keys, "Kit authority", keys, "Kit authority", extension);
    }

    /** A certificate for the address that starts with this octet and ends with 0.0.1. */
    X509Certificate server(KeyPair keys, KeyPair signer, boolean selfSigned, int firstOctet) {
        byte[] names = der(SEQUENCE, der(IP_ADDRESS, firstOctet, 0, 0, 1));
        byte[] extension = der(SEQUENCE, ALTERNATIVE_NAME, der(OCTET_STRING, names));
        return signed(keys, "Kit receiver", signer, selfSigned ? "Kit receiver" : "Kit authority", extension);
    }

    private X509Certificate signed(KeyPair keys, String subject, KeyPair signer, String issuer, byte[] extension) {
        byte[] certificate = der(
                SEQUENCE,
                der(VERSION, der(INTEGER, 2)),
                der(INTEGER, subject.hashCode() >>> 25),
                ECDSA_WITH_SHA256,
                name(issuer),
                der(SEQUENCE, text(TIME, from), text(TIME, until)),
                name(subject),
                keys.getPublic().getEncoded(),
                der(EXTENSIONS, der(SEQUENCE, extension)));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer.getPrivate());
            signature.update(certificate);
            byte[] whole =
                    der(SEQUENCE, certificate, ECDSA_WITH_SHA256, der(BIT_STRING, new byte[] {0}, signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("This JDK cannot make certificates", failure);
        }
    }

    private static byte[] name(String commonName) {
        return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text(UTF8, commonName))));
    }

    private static byte[] text(int tag, String text) {
        return der(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] der(int tag, int... octets) {
        byte[] content = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            content[i] = (byte) octets[i];
        }
        return der(tag, content);
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        length(content.size(), whole);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static void length(int size, ByteArrayOutputStream target) {
        if (size > 0x7F) {
            byte[] octets = BigInteger.valueOf(size).toByteArray();
            int start = octets[0] == 0 ? 1 : 0;
            target.write(0x80 | (octets.length - start));
            target.write(octets, start, octets.length - start);
        } else {
            target.write(size);
        }
    }
}
