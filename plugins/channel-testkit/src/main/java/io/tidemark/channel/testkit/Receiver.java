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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real HTTP receiver on loopback that misbehaves to order. It works on bare sockets, because a server library would
 * not end a connection between request and answer.
 */
public final class Receiver implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Receiver::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Reply reply;

    private Receiver(ServerSocket server, Reply reply) {
        this.server = server;
        this.reply = reply;
    }

    /** Opens a receiver that gives this reply to everything. */
    public static Receiver open(Reply reply) {
        try {
            Receiver receiver = new Receiver(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), reply);
            receiver.threads.execute(receiver::accept);
            return receiver;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of this path at the receiver. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
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
            Reply now = reply;
            if (now.manner() == Reply.Manner.SILENCE) {
                return;
            }
            if (now.manner() == Reply.Manner.ANSWER) {
                socket.getOutputStream().write(now.bytes());
            }
            socket.close();
        } catch (IOException callerGone) {
            open.remove(socket);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "kit-receiver");
        thread.setDaemon(true);
        return thread;
    }
}
