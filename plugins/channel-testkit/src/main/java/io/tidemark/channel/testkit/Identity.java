package io.tidemark.channel.testkit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** What a receiver that speaks https shows of itself. */
public enum Identity {
    /** In order: signed by the kit's authority, for 127.0.0.1. */
    GOOD(false, "20200101000000Z", "29990101000000Z", 127),
    /** Signed by nobody but itself. */
    SELF_SIGNED(true, "20200101000000Z", "29990101000000Z", 127),
    /** In order until the end of 2020. */
    EXPIRED(false, "20200101000000Z", "20210101000000Z", 127),
    /** In order, but for 128.0.0.1. */
    OTHER_NAME(false, "20200101000000Z", "29990101000000Z", 128);

    private static final char[] PASSWORD = "kit".toCharArray();
    private static final KeyPair AUTHORITY_KEYS = Certificates.keys();
    private static final X509Certificate AUTHORITY = Certificates.authority(AUTHORITY_KEYS);

    private final boolean selfSigned;
    private final String from;
    private final String until;
    private final int firstOctet;

    Identity(boolean selfSigned, String from, String until, int firstOctet) {
        this.selfSigned = selfSigned;
        this.from = from;
        this.until = until;
        this.firstOctet = firstOctet;
    }

    /** For a sender that trusts the kit's authority, and nobody else. */
    public static SSLContext trust() {
        try {
            KeyStore trusted = emptyStore();
            trusted.setCertificateEntry("authority", AUTHORITY);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            return context(new KeyManager[0], managers.getTrustManagers());
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("This JDK cannot make a trust store", failure);
        }
    }

    /** For a receiver that shows this certificate. */
    SSLContext context() {
        try {
            KeyPair keys = Certificates.keys();
            X509Certificate certificate = new Certificates(from, until)
                    .server(keys, selfSigned ? keys : AUTHORITY_KEYS, selfSigned, firstOctet);
            KeyStore shown = emptyStore();
            shown.setKeyEntry("server", keys.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(shown, PASSWORD);
            return context(managers.getKeyManagers(), new TrustManager[0]);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("This JDK cannot make a key store", failure);
        }
    }

    private static SSLContext context(KeyManager[] shown, TrustManager[] trusted) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown, trusted, null);
        return context;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }
}
