package io.tidemark.channel.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Writes replies to a connection, or what else their manner asks for. */
final class Wire {
    private static final int CHUNK_BYTES = 3;
    private static final int DRIP_MILLIS = 20;

    private final Socket socket;
    private final CountDownLatch over;

    /** @param over ends what would otherwise drip for ever */
    Wire(Socket socket, CountDownLatch over) {
        this.socket = socket;
        this.over = over;
    }

    void write(Reply reply) throws IOException, InterruptedException {
        byte[] body = body(reply);
        String end = reply.coding() == Reply.Coding.CHUNKED ? "Transfer-Encoding: chunked" : length(body.length);
        switch (reply.manner()) {
            case SILENCE -> over.await();
            case CLOSE -> socket.close();
            case RESET -> reset();
            case ANSWER -> send(head(reply) + end + "\r\n\r\n", body);
            case BROKEN_IN_THE_HEAD -> send(head(reply) + "X-Half: ", new byte[0]);
            // Where the whole body is empty, one byte is announced that does not come.
            case BROKEN_IN_THE_BODY ->
                send(head(reply) + length(body.length + 1) + "\r\n\r\n", Arrays.copyOf(body, body.length / 2));
            case DRIPPING_HEAD -> drip(head(reply) + "X-Drip: ", new byte[0]);
            case DRIPPING_BODY -> drip(head(reply) + length(1_000_000) + "\r\n\r\n", body);
        }
        socket.close();
    }

    private void send(String head, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }

    private void drip(String head, byte[] body) throws IOException, InterruptedException {
        send(head, body);
        while (!over.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
            send(" ", new byte[0]);
        }
    }

    /** With this option, closing throws away what is under way and resets the connection. */
    private void reset() throws IOException {
        socket.setSoLinger(true, 0);
    }

    private static String head(Reply reply) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Kit\r\nConnection: close\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (reply.coding() == Reply.Coding.GZIP) {
            head.append("Content-Encoding: gzip\r\n");
        }
        return head.toString();
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes;
    }

    private static byte[] body(Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        return switch (reply.coding()) {
            case PLAIN -> bytes;
            case CHUNKED -> chunks(bytes);
            case GZIP -> compressed(bytes);
        };
    }

    private static byte[] chunks(byte[] bytes) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int start = 0; start < bytes.length; start += CHUNK_BYTES) {
            int size = Math.min(CHUNK_BYTES, bytes.length - start);
            chunks.write((size + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunks.write(bytes, start, size);
            chunks.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        chunks.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunks.toByteArray();
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
