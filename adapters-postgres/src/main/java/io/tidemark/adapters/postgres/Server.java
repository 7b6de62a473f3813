package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.PostgresSettings.Login;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** The database server: makes connections whose statements find the tables in the schema that is set. */
final class Server {
    private static final int CONNECT_SECONDS = 3;

    private final PostgresSettings settings;

    Server(PostgresSettings settings) {
        this.settings = settings;
    }

    /**
     * A source of connections. What the address says about time limits goes before what is said here.
     *
     * @param silence for how long a statement may go without an answer before the connection is given up
     */
    PGSimpleDataSource connections(Duration silence) {
        Properties given = Driver.parseURL(settings.url(), null);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url());
        Login login = settings.login();
        if (login.user() != null) {
            source.setUser(login.user());
        }
        if (login.password() != null) {
            source.setPassword(login.password());
        }
        if (!isGiven(given, PGProperty.CONNECT_TIMEOUT)) {
            source.setConnectTimeout(CONNECT_SECONDS);
        }
        if (!isGiven(given, PGProperty.SOCKET_TIMEOUT)) {
            source.setSocketTimeout((int) silence.toSeconds());
        }
        if (!isGiven(given, PGProperty.APPLICATION_NAME)) {
            source.setApplicationName("tidemark");
        }
        source.setTcpKeepAlive(true);
        source.setCurrentSchema(settings.tables().schema());
        return source;
    }

    String schema() {
        return settings.tables().schema();
    }

    /** Where it is, without who logs in: host:port/database. */
    @Override
    public String toString() {
        PGSimpleDataSource source = connections(Duration.ZERO);
        String[] hosts = source.getServerNames();
        int[] ports = source.getPortNumbers();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hosts.length; i++) {
            text.append(i == 0 ? "" : ",").append(hosts[i]).append(':').append(ports[i]);
        }
        return text.append('/').append(source.getDatabaseName()).toString();
    }

    private static boolean isGiven(@Nullable Properties given, PGProperty property) {
        return given != null && given.containsKey(property.getName());
    }
}
