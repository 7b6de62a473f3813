package io.tidemark.channel.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A real HTTP receiver on loopback that misbehaves to order. It works on bare sockets, because a server library would
 * not end a connection between request and answer.
 */
public final class Receiver implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final String scheme;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Receiver::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Reply reply;

    private Receiver(String scheme, ServerSocket server, Reply reply) {
        this.scheme = scheme;
        this.server = server;
        this.reply = reply;
    }

    /** Opens a receiver that gives this reply to everything. */
    public static Receiver open(Reply reply) {
        return open("http", ServerSocketFactory.getDefault(), reply);
    }

    /** Opens a receiver that speaks https, shows this certificate, and gives this reply to everything. */
    public static Receiver openEncrypted(Reply reply, Identity identity) {
        return open("https", identity.context().getServerSocketFactory(), reply);
    }

    private static Receiver open(String scheme, ServerSocketFactory sockets, Reply reply) {
        try {
            ServerSocket server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Receiver receiver = new Receiver(scheme, server, reply);
            receiver.threads.execute(receiver::accept);
            return receiver;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of this path at the receiver. */
    public URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** Gives another reply from now on. */
    public void replyWith(Reply next) {
        reply = next;
    }

    /** What was read so far, in the order of arrival. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** How many connections were accepted so far. */
    public int connections() {
        return connections.get();
    }

    /** Ends all connections; when it returns, nobody listens any more. */
    @Override
    public void close() {
        over.countDown();
        threads.shutdownNow();
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
            // A socket that a thread still waits on takes one more connection.
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the receiver's threads do not end");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            requests.add(Request.read(socket.getInputStream()));
            new Wire(socket, over).write(reply);
        } catch (IOException | InterruptedException callerGoneOrClosed) {
            open.remove(socket);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "kit-receiver");
        thread.setDaemon(true);
        return thread;
    }
}
