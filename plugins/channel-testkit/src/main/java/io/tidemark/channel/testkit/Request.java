package io.tidemark.channel.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that a {@link Receiver} read.
 *
 * @param method the method
 * @param target path and query as they were sent
 * @param headers the headers by name in any case
 * @param body the body, which was valid UTF-8
 */
public record Request(String method, String target, Map<String, String> headers, String body) {
    private static final int LONGEST_LINE = 16_384;

    /** Copies the headers. */
    public Request {
        Map<String, String> byAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byAnyCase.putAll(headers);
        headers = Collections.unmodifiableMap(byAnyCase);
    }

    static Request read(InputStream in) throws IOException {
        String start = line(in);
        int method = start.indexOf(' ');
        int version = start.lastIndexOf(' ');
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        return new Request(
                start.substring(0, method),
                start.substring(method + 1, version),
                headers,
                strictUtf8(in.readNBytes(length)));
    }

    private static String strictUtf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("The request ended within its head");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
