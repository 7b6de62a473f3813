package io.tidemark.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the README tells the author of a receiver to do. */
final class Receiving {
    private Receiving() {}

    static boolean isGenuine(String header, byte[] body, String secret, long now) throws GeneralSecurityException {
        int comma = header.indexOf(",v1=");
        String time = header.substring("t=".length(), comma);
        byte[] signature = HexFormat.of().parseHex(header.substring(comma + ",v1=".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
        boolean signed = MessageDigest.isEqual(mac.doFinal(body), signature);
        return signed && Math.abs(now - Long.parseLong(time)) <= 300;
    }
}
