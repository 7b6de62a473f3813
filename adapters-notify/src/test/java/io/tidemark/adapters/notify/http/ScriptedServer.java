package io.tidemark.adapters.notify.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A server on loopback that reads requests and answers the bytes it was told, one connection for each. */
final class ScriptedServer implements AutoCloseable {
    /** Answers one request on a connection, which is closed afterwards. */
    @FunctionalInterface
    interface Script {
        void answer(int request, Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private ScriptedServer(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread thread = new Thread(this::serve, "scripted server");
        thread.setDaemon(true);
        thread.start();
    }

    static ScriptedServer with(Script script) throws IOException {
        return with(ServerSocketFactory.getDefault(), script);
    }

    static ScriptedServer with(ServerSocketFactory sockets, Script script) throws IOException {
        return new ScriptedServer(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    /** The same answers one after another, the last one from then on. */
    static ScriptedServer answering(String... answers) throws IOException {
        return with((request, connection) ->
                write(connection, answers[Math.min(request, answers.length - 1)].getBytes(StandardCharsets.UTF_8)));
    }

    static void write(Socket connection, byte[] bytes) throws IOException {
        connection.getOutputStream().write(bytes);
        connection.getOutputStream().flush();
    }

    /** Keeps the connection open until the client ends it. */
    static void waitForTheClient(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // The client has nothing more to say, and hangs up in the end.
        }
    }

    int port() {
        return server.getLocalPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Head and body of each request that came. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                requests.add(read(new BufferedInputStream(connection.getInputStream())));
                script.answer(requests.size() - 1, connection);
            } catch (IOException e) {
                // The test closed the server, or the client its connection: both are for the test to judge.
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client ended its request early");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.UTF_8);
        return text + new String(in.readNBytes(contentLength(text)), StandardCharsets.UTF_8);
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElse(0);
    }
}
