package io.tidemark.channel.email;

import io.tidemark.channel.ChannelHost;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens connections to the server, within the host's rules. */
final class PostOffice {
    private final SmtpServer server;
    private final ChannelHost host;
    private final Session session;

    PostOffice(SmtpServer server, ChannelHost host) {
        this.server = server;
        this.host = host;
        this.session = Session.getInstance(server.properties());
    }

    SmtpServer server() {
        return server;
    }

    Session session() {
        return session;
    }

    /** A socket that leads nowhere yet. */
    Socket socket() throws IOException {
        return host.sockets(server.security() != Security.NONE).createSocket();
    }

    /** Connects the socket, greets the server, encrypts, and logs in. */
    void open(SmtpTransport transport, Socket socket) throws IOException, MessagingException {
        socket.setSoTimeout(millis(server.limits().mail()));
        socket.connect(
                new InetSocketAddress(address(), server.port()),
                millis(server.limits().connect()));
        transport.open(server.security() == Security.TLS ? encrypted(socket) : socket);
    }

    /** Bears the name from the settings, also if that is an address: the certificate is held against it. */
    private InetAddress address() throws IOException {
        return InetAddress.getByAddress(
                server.host(), InetAddress.getByName(server.host()).getAddress());
    }

    private Socket encrypted(Socket socket) throws IOException {
        SSLSocket encrypted =
                (SSLSocket) server.caller().tls().createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    private static int millis(Duration duration) {
        return (int) Math.min(Math.max(duration.toMillis(), 1), Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return server.host() + ":" + server.port();
    }
}
