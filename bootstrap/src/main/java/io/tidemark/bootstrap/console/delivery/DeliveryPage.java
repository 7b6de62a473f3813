package io.tidemark.bootstrap.console.delivery;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.OutboxReader.Followed;
import io.tidemark.application.port.OutboxReader.Sent;
import io.tidemark.application.port.OutboxReader.Trouble;
import io.tidemark.bootstrap.console.delivery.DestinationRow.Queue;
import io.tidemark.bootstrap.console.delivery.DestinationRow.Rest;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import io.tidemark.bootstrap.destination.DestinationDesk.Listed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of messages, and each of them. */
public final class DeliveryPage implements Page {
    /** More than that waiting at once are not counted apart by destination. */
    private static final int MOST_COUNTED = 1_000;

    private final Shell shell;
    private final ConsoleSources sources;

    public DeliveryPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(DeliveryQuery.PATH, this::list);
        routes.get(DeliveryQuery.PATH + "/{id}", this::show);
    }

    private void list(Context ctx) {
        Instant now = sources.clock().instant();
        DeliveryQuery query = DeliveryQuery.of(ctx, now);
        shell.show(ctx, Place.DELIVERY, "delivery/delivery.jte", view(query, now));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        Followed followed = Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(number -> sources.outbox().find(Long.parseLong(number)))
                .orElseThrow(NotFoundResponse::new);
        shell.show(
                ctx,
                Place.DELIVERY,
                "delivery/message.jte",
                MessageView.of(followed, sources.clock().instant()));
    }

    private DeliveryView view(DeliveryQuery query, Instant now) {
        OutboxReader outbox = sources.outbox();
        Map<DeliveryStatus, Long> depth = outbox.depth();
        Tries tries = new Tries(
                query.period(), outbox.statistics(query.period().range().from()));
        List<DestinationRow> destinations = destinations(tries, now);
        List<MessageRow> messages = outbox
                .deliveries(
                        query.status(),
                        query.destination().isEmpty() ? null : query.destination(),
                        DeliveryView.MOST_SHOWN)
                .stream()
                .map(sent -> MessageRow.of(sent, now))
                .toList();
        return new DeliveryView(
                DeliveryView.headline(depth, destinations), query, depth, tries.chart(), destinations, messages);
    }

    private List<DestinationRow> destinations(Tries tries, Instant now) {
        Map<String, List<Sent>> waiting = byDestination(DeliveryStatus.PENDING);
        Map<String, List<Sent>> dead = byDestination(DeliveryStatus.FAILED);
        Map<String, Instant> resting = sources.outbox().resting();
        return sources.office().destinations().get().stream()
                .map(listed -> DestinationRow.of(
                        listed,
                        new Queue(of(listed, waiting).size(), of(listed, dead).size()),
                        tries.at(listed.name()),
                        rest(resting.get(listed.name()), of(listed, waiting), now),
                        now))
                .toList();
    }

    private static List<Sent> of(Listed listed, Map<String, List<Sent>> byDestination) {
        return byDestination.getOrDefault(listed.name(), List.of());
    }

    /** Why is what went wrong with one of those that wait. */
    private static Optional<Rest> rest(@Nullable Instant until, List<Sent> waiting, Instant now) {
        String reason = waiting.stream()
                .flatMap(sent -> Stream.ofNullable(sent.trouble()))
                .map(Trouble::detail)
                .findFirst()
                .orElse("");
        return Optional.ofNullable(until)
                .filter(end -> end.isAfter(now.plus(Rest.LEAST_SHOWN)))
                .map(end -> new Rest(end, reason));
    }

    private Map<String, List<Sent>> byDestination(DeliveryStatus status) {
        return sources.outbox().deliveries(status, null, MOST_COUNTED).stream()
                .collect(Collectors.groupingBy(
                        sent -> sent.notice().destination().name()));
    }
}
