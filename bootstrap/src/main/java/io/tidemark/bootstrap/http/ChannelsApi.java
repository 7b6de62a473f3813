package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.bootstrap.destination.DestinationDesk;
import io.tidemark.bootstrap.destination.DestinationDesk.Listed;
import io.tidemark.bootstrap.destination.DestinationRefusedException;
import io.tidemark.bootstrap.destination.Trial;
import io.tidemark.bootstrap.http.Administration.Told;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.channel.Delivery;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The destinations: names, kinds and how they are, and never what their channels are told. */
final class ChannelsApi {
    private static final String PATH = "/api/v1/channels";
    private static final String UNKNOWN = "There is no such destination.";
    private static final String IN_THE_FILE = "It stands in the settings, or was changed at the same time.";
    private static final Parameter<String> NAME = Parameter.needed("name", "The name of the destination.");

    private final DestinationDesk desk;
    private final Trial trial;
    private final Json json;

    ChannelsApi(Told told, Json json) {
        this.desk = told.desk();
        this.trial = told.trial();
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(PATH).says("Lists the destinations and how they are.").answers(ChannelsJson.class),
                this::list);
        calls.add(
                Call.post(PATH)
                        .says("Adds a destination.")
                        .takes(Added.class, "name", "channel")
                        .answers(HttpStatus.CREATED, ChannelJson.class)
                        .refuses(HttpStatus.CONFLICT, "There is a destination of that name."),
                this::add);
        calls.add(
                Call.patch(PATH)
                        .says("Changes what the channel of a destination is told; keys that are not named stay.")
                        .takes(Changed.class, "name")
                        .answers(ChannelJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN)
                        .refuses(HttpStatus.CONFLICT, IN_THE_FILE),
                this::change);
        calls.add(
                Call.delete(PATH)
                        .says("Removes a destination.")
                        .query(NAME, Query.BY)
                        .answers(RemovedJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN)
                        .refuses(HttpStatus.CONFLICT, IN_THE_FILE),
                this::remove);
        calls.add(
                Call.post(PATH + "/test")
                        .says("Sends a test message to a destination, and tells what became of it.")
                        .takes(Tested.class, "name")
                        .answers(TestJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN)
                        .refuses(HttpStatus.CONFLICT, "It cannot be tried as it is."),
                this::test);
    }

    private void list(Context ctx) {
        ctx.json(new ChannelsJson(desk.list().stream().map(ChannelJson::of).toList()));
    }

    private void add(Context ctx) {
        Added added = json.read(ctx, Added.class);
        String name = needed("name", added.name());
        String channel = needed("channel", added.channel());
        answered(() -> desk.add(name, channel, orNone(added.values()), Caller.name(ctx, added.by())));
        ctx.status(HttpStatus.CREATED).json(one(name));
    }

    private void change(Context ctx) {
        Changed changed = json.read(ctx, Changed.class);
        String name = needed("name", changed.name());
        Map<String, String> set = orNone(changed.set());
        Set<String> unset = changed.unset() == null ? Set.of() : changed.unset();
        if (set.isEmpty() && unset.isEmpty()) {
            throw ProblemException.badRequest("say what to change: set, unset or both");
        }
        answered(() -> desk.change(name, set, unset, Caller.name(ctx, changed.by())));
        ctx.json(one(name));
    }

    private void remove(Context ctx) {
        Query query = Query.of(ctx);
        String name = query.get(NAME);
        answered(() -> desk.remove(name, query.by()));
        ctx.json(new RemovedJson(name));
    }

    private void test(Context ctx) {
        Tested tested = json.read(ctx, Tested.class);
        String name = needed("name", tested.name());
        URI console = URI.create("%s://%s/".formatted(ctx.scheme(), ctx.host()));
        try {
            ctx.json(TestJson.of(name, trial.run(name, Caller.name(ctx, tested.by()), console)));
        } catch (DestinationRefusedException e) {
            throw problem(e);
        }
    }

    private ChannelJson one(String name) {
        return desk.list().stream()
                .filter(listed -> listed.name().equals(name))
                .map(ChannelJson::of)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("'%s' was removed at the same time".formatted(name)));
    }

    private static void answered(Runnable change) {
        try {
            change.run();
        } catch (DestinationRefusedException e) {
            throw problem(e);
        }
    }

    private static ProblemException problem(DestinationRefusedException e) {
        Function<HttpStatus, ProblemException> with =
                status -> new ProblemException(status, String.valueOf(e.getMessage()), e);
        return switch (e.refusal()) {
            case UNKNOWN -> with.apply(HttpStatus.NOT_FOUND);
            case WRONG -> with.apply(HttpStatus.BAD_REQUEST);
            case CONFLICT -> with.apply(HttpStatus.CONFLICT);
        };
    }

    private static String needed(String key, @Nullable String value) {
        if (value == null) {
            throw ProblemException.badRequest(key + " is missing");
        }
        return value;
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : values;
    }

    /** A destination that is wanted. Its values may be secrets: nothing of it is printed. */
    record Added(
            @Nullable String name,
            @Nullable String channel,
            @Nullable Map<String, String> values,
            @Nullable String by) {
        @Override
        public String toString() {
            return "Added[" + name + "]";
        }
    }

    /** What is to be changed; keys that are not named stay as they are. */
    record Changed(
            @Nullable String name,
            @Nullable Map<String, String> set,
            @Nullable Set<String> unset,
            @Nullable String by) {
        @Override
        public String toString() {
            return "Changed[" + name + "]";
        }
    }

    record Tested(@Nullable String name, @Nullable String by) {}

    record ChannelsJson(List<ChannelJson> channels) {}

    record ChannelJson(String name, String channel, String origin, String status, String detail, long pauseMillis) {
        static ChannelJson of(Listed listed) {
            return new ChannelJson(
                    listed.name(),
                    listed.channel(),
                    listed.configured() ? "file" : "database",
                    listed.health().up() ? "up" : "down",
                    listed.health().detail(),
                    listed.pause().toMillis());
        }
    }

    record RemovedJson(String removed) {}

    record TestJson(
            String name,
            String outcome,
            String reason,
            @Nullable Integer status,
            String detail) {
        static TestJson of(String name, Delivery delivery) {
            return new TestJson(
                    name,
                    delivery.outcome().name().toLowerCase(Locale.ROOT),
                    delivery.reason(),
                    delivery.status(),
                    delivery.detail());
        }
    }
}
