package io.tidemark.adapters.notify.http;

import io.tidemark.channel.HttpFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Sockets that refuse to connect where the rules object. The check stands here, and not where the name is resolved,
 * because this is the address that is really called: a name that resolves to something else the second time, and a
 * literal address that is never resolved, both come by.
 */
final class GuardedSocketFactory extends SocketFactory {
    private final AddressRules rules;
    private final boolean plain;
    private final Optional<InetSocketAddress> proxy;

    GuardedSocketFactory(AddressRules rules, boolean plain, Optional<InetSocketAddress> proxy) {
        this.rules = rules;
        this.plain = plain;
        this.proxy = proxy;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                refuseForbidden((InetSocketAddress) endpoint);
                // Else the body of a call waits until the receiver confirms its head, which it may put off for 40 ms.
                setTcpNoDelay(true);
                super.connect(endpoint, timeout);
            }
        };
    }

    private void refuseForbidden(InetSocketAddress target) throws IOException {
        if (target.isUnresolved()) {
            throw new UnknownHostException(target.getHostString());
        }
        Optional<String> objection = isProxy(target)
                ? rules.objectionToProxying(plain)
                : rules.objectionTo(target.getHostString(), target.getAddress(), plain);
        if (objection.isPresent()) {
            throw new HttpFailure(
                    HttpFailure.Kind.ADDRESS_NOT_ALLOWED,
                    target.getHostString() + " leads to " + target.getAddress().getHostAddress()
                            + ", which may not be called: " + objection.get(),
                    null);
        }
    }

    /** A proxy may be given by name or by address, and comes here by either. */
    private boolean isProxy(InetSocketAddress target) {
        return proxy.filter(address -> address.getPort() == target.getPort())
                .filter(address -> target.getAddress().equals(address.getAddress())
                        || target.getHostString().equals(address.getHostString()))
                .isPresent();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress target) throws IOException {
        Socket socket = createSocket();
        socket.connect(target);
        return socket;
    }
}
