package io.tidemark.adapters.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.adapters.postgres.RollupMapper.StoredSketch;
import io.tidemark.domain.schedule.Cron;
import io.tidemark.domain.timing.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.AutoMappingBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs statements on pooled connections: one by itself, or several in a transaction. Opens the first one when asked. */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);
    private static final Duration VALIDATION = Duration.ofSeconds(2);
    private static final int KEPT_OPEN = 2;

    private static final List<Class<?>> MAPPERS = List.of(
            ServerMapper.class,
            TimingMapper.class,
            InboxMapper.class,
            OperationMapper.class,
            RollupMapper.class,
            UpkeepMapper.class,
            BaselineMapper.class,
            ApprovalMapper.class,
            ExecutionMapper.class,
            ExclusionMapper.class,
            ReferenceMapper.class,
            DetectionMapper.class,
            DeploymentMapper.class,
            AlertMapper.class,
            OutboxMapper.class,
            RouteMapper.class,
            GroupMapper.class,
            BottleneckMapper.class,
            TraceMapper.class,
            MergeMapper.class,
            MergeStatisticsMapper.class,
            JobMapper.class,
            LinkMapper.class,
            AuditMapper.class,
            TokenMapper.class,
            DestinationMapper.class,
            QuietMapper.class);

    private final HikariDataSource pool;
    private final SqlSessionFactory sessions;
    private final Failures failures;

    Database(Server server, int poolSize) {
        pool = pool(server, poolSize);
        sessions = new DefaultSqlSessionFactory(configuration(pool));
        failures = new Failures(server);
    }

    /** Runs one statement, which is a transaction by itself. */
    <M, R> R ask(Class<M> mapper, Function<M, R> statement) {
        try (SqlSession session = sessions.openSession(true)) {
            return statement.apply(session.getMapper(mapper));
        } catch (RuntimeException e) {
            throw failures.translate(e);
        }
    }

    /** Runs one statement that returns nothing. */
    <M> void tell(Class<M> mapper, Consumer<M> statement) {
        try (SqlSession session = sessions.openSession(true)) {
            statement.accept(session.getMapper(mapper));
        } catch (RuntimeException e) {
            throw failures.translate(e);
        }
    }

    /** Runs several statements: all of them count, or, when anything is thrown, none. */
    <R> R transact(Function<SqlSession, R> work) {
        try (SqlSession session = sessions.openSession(false)) {
            return transact(work, session);
        } catch (RuntimeException e) {
            throw failures.translate(e);
        }
    }

    /** A session that is closed without a rollback commits what MyBatis does not know of, such as copied rows. */
    private static <R> R transact(Function<SqlSession, R> work, SqlSession session) {
        boolean committed = false;
        try {
            R result = work.apply(session);
            session.commit(true);
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack(session);
            }
        }
    }

    private static void rollBack(SqlSession session) {
        try {
            session.rollback(true);
        } catch (PersistenceException e) {
            LOG.debug("The transaction could not be rolled back: it ends with its connection.", e);
        }
    }

    /** Streams rows, as a part of a transaction. */
    void copy(SqlSession transaction, CopyWork work) {
        try {
            work.run(transaction.getConnection().unwrap(PGConnection.class).getCopyAPI());
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    /** What sends the rows. */
    @FunctionalInterface
    interface CopyWork {
        void run(CopyManager copies) throws SQLException;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource pool(Server server, int size) {
        // Only this constructor starts nothing: the one that takes a configuration connects at once.
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(server.connections(SILENCE));
        pool.setPoolName("tidemark-" + server.schema());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(KEPT_OPEN, size));
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        pool.setValidationTimeout(VALIDATION.toMillis());
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static Configuration configuration(HikariDataSource pool) {
        Configuration configuration =
                new Configuration(new Environment("postgres", new JdbcTransactionFactory(), pool));
        configuration.setAutoMappingBehavior(AutoMappingBehavior.NONE);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.getTypeHandlerRegistry().register(String.class, new TextHandler());
        configuration.getTypeHandlerRegistry().register(Instant.class, new InstantHandler());
        configuration.getTypeHandlerRegistry().register(Duration.class, new DurationHandler());
        configuration.getTypeHandlerRegistry().register(JsonObject.class, new JsonHandler());
        configuration.getTypeHandlerRegistry().register(Cron.class, new CronHandler());
        configuration.getTypeHandlerRegistry().register(ZoneId.class, new ZoneHandler());
        // The last one is for lists that name no handler.
        configuration.getTypeHandlerRegistry().register(List.class, new NamesHandler());
        configuration.getTypeHandlerRegistry().register(List.class, new NumbersHandler());
        configuration.getTypeHandlerRegistry().register(List.class, new AddresseesHandler());
        configuration.getTypeHandlerRegistry().register(List.class, new InstantsHandler());
        configuration.getTypeHandlerRegistry().register(List.class, new FactsHandler());
        configuration.getTypeHandlerRegistry().register(Map.class, new MetadataHandler());
        configuration.getTypeHandlerRegistry().register(SortedMap.class, new HoursHandler());
        configuration.getTypeHandlerRegistry().register(ZoneId.class, new ZoneHandler());
        configuration.getTypeHandlerRegistry().register(StoredSketch.class, new SketchHandler());
        configuration.getTypeAliasRegistry().registerAlias(Instant.class);
        configuration.getTypeAliasRegistry().registerAlias(Duration.class);
        MAPPERS.forEach(configuration::addMapper);
        return configuration;
    }
}
