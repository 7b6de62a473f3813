package io.tidemark.adapters.notify.http;

import java.net.Proxy;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The two clients, one for https and one for http: they differ in what the address rules allow them. */
final class Clients {
    static final String USER_AGENT = "Tidemark/"
            + Objects.requireNonNullElse(Clients.class.getPackage().getImplementationVersion(), "development");

    private static final int IDLE_CONNECTIONS = 5;
    /**
     * Shorter than receivers keep them, of which some give up after five seconds: a call over a connection that ends at that
     * moment has to count as perhaps taken.
     */
    private static final int IDLE_SECONDS = 2;

    private Clients() {}

    static OkHttpClient encrypted(SenderSettings settings) {
        HttpTimeLimits limits = settings.limits();
        return new OkHttpClient.Builder()
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.write())
                .callTimeout(limits.call())
                .followRedirects(false)
                .followSslRedirects(false)
                // A repeated POST would be a silent duplicate. All addresses of a name are still tried to connect to.
                .retryOnConnectionFailure(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .proxy(settings.proxy()
                        .map(address -> new Proxy(Proxy.Type.HTTP, address))
                        .orElse(Proxy.NO_PROXY))
                .socketFactory(new GuardedSocketFactory(settings.addresses(), false, settings.proxy()))
                .dispatcher(unqueued())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .eventListenerFactory(Progress::of)
                .build();
    }

    static OkHttpClient plain(OkHttpClient encrypted, SenderSettings settings) {
        return encrypted
                .newBuilder()
                .socketFactory(new GuardedSocketFactory(settings.addresses(), true, settings.proxy()))
                .build();
    }

    /** No call waits for another one: each destination is bounded by its bulkhead. */
    private static Dispatcher unqueued() {
        Dispatcher dispatcher = new Dispatcher(daemons());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    private static ExecutorService daemons() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), code -> {
            Thread thread = new Thread(null, code, "tidemark-http", 0, false);
            thread.setDaemon(true);
            return thread;
        });
    }
}
