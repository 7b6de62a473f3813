package io.tidemark.adapters.postgres;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Next;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settlements, column by column: one statement for any number of them, which the server prepares once. */
final class SettledColumns {
    private final List<Settlement> settlements;

    SettledColumns(List<Settlement> settlements) {
        this.settlements = settlements;
    }

    Long[] getIds() {
        return numbers(settlement -> settlement.claim().notification().id());
    }

    String[] getTokens() {
        return texts(settlement -> settlement.claim().token().toString());
    }

    String[] getStatuses() {
        return texts(settlement -> statusAfter(settlement.next()).word());
    }

    Long[] getPauses() {
        return numbers(settlement -> micros(settlement.next() instanceof Next.Again again ? again.pause() : null, 0L));
    }

    Long[] getRests() {
        return numbers(settlement -> micros(settlement.rest(), 0L));
    }

    String[] getTriedAt() {
        return texts(settlement -> settlement.attempt().at().toString());
    }

    Long[] getTook() {
        return numbers(settlement -> micros(settlement.attempt().took(), 0L));
    }

    String[] getOutcomes() {
        return texts(settlement -> settlement.attempt().outcome().name());
    }

    String[] getReasons() {
        return texts(settlement -> answer(settlement).reason());
    }

    String[] getDetails() {
        return texts(settlement -> answer(settlement).detail());
    }

    Integer[] getProtocolStatuses() {
        return settlements.stream()
                .map(settlement -> answer(settlement).status())
                .toArray(Integer[]::new);
    }

    Long[] getRetryAfter() {
        return numbers(settlement -> micros(answer(settlement).retryAfter(), null));
    }

    String[] getMemos() {
        return texts(settlement -> answer(settlement).memo());
    }

    Boolean[] getDuplicates() {
        return settlements.stream()
                .map(settlement -> answer(settlement).maybeDuplicate())
                .toArray(Boolean[]::new);
    }

    private static Attempt.Answer answer(Settlement settlement) {
        return settlement.attempt().answer();
    }

    private Long[] numbers(Function<Settlement, @Nullable Long> column) {
        return settlements.stream().map(column).toArray(Long[]::new);
    }

    private String[] texts(Function<Settlement, @Nullable String> column) {
        return settlements.stream().map(column).map(SettledColumns::storable).toArray(String[]::new);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : Text.storable(text);
    }

    private static @Nullable Long micros(@Nullable Duration length, @Nullable Long otherwise) {
        return length == null ? otherwise : Long.valueOf(length.dividedBy(ChronoUnit.MICROS.getDuration()));
    }

    private static DeliveryStatus statusAfter(Next next) {
        if (next instanceof Next.Delivered) {
            return DeliveryStatus.DELIVERED;
        }
        return next instanceof Next.Again ? DeliveryStatus.PENDING : DeliveryStatus.FAILED;
    }
}
