package io.tidemark.application.alert;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.alert.AcknowledgementLinks.Permission;
import io.tidemark.application.alert.AcknowledgementLinks.Reading;
import io.tidemark.application.alert.AcknowledgementLinks.Refusal;
import io.tidemark.application.port.LinkBook;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes alerts on for people who show a token from a message, or whose pager says so. */
public final class Acknowledging {
    private final LinkBook book;
    private final AcknowledgementLinks links;
    private final AlertDesk desk;
    private final Clock clock;

    public Acknowledging(LinkBook book, AlertDesk desk, Clock clock) {
        this.book = book;
        this.links = new AcknowledgementLinks(book, clock);
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * What became of a token: either the answer of the desk, or the reason why it was not asked.
     *
     * @param answer what the desk said, or null
     * @param refusal why the token allows nothing, or null
     */
    public record Result(@Nullable Answer answer, @Nullable Refusal refusal) {}

    /** Which alert the token is about, if it allows anything; uses nothing up. */
    public Reading read(String token) {
        return links.read(token);
    }

    /**
     * Acknowledges the alert of a token. The token is used up only when that counts, and only afterwards: who is cut off in
     * the middle may try again.
     *
     * @param by who shows it, by their own word or by that of the receiver
     * @param note what they say, or null
     */
    public Result acknowledge(String token, String by, @Nullable String note) {
        Reading reading = links.read(token);
        if (reading.permission() == null) {
            return new Result(null, requireNonNull(reading.refusal()));
        }
        Permission permission = reading.permission();
        Answer answer = desk.acknowledge(permission.alertId(), via(by, permission.destination()), note, null);
        if (answer.outcome() == Answer.Outcome.DONE) {
            links.use(token, permission);
        }
        return new Result(answer, null);
    }

    /**
     * Hears once what a receiver says of itself: what comes again, or too late, changes nothing, as it may be a recording.
     *
     * @param event tells it from all others
     * @param latest from when on it is too late
     */
    public void hear(String event, Instant latest, Consumer<AlertDesk> word) {
        if (clock.instant().isBefore(latest) && !book.isUsed(event)) {
            word.accept(desk);
            book.use(event, latest);
        }
    }

    /** Nobody has proved a name: where it comes from says how far to trust it. */
    private static String via(String by, String destination) {
        return Optional.of(by.strip()).filter(name -> !name.isEmpty()).orElse("somebody") + " via " + destination;
    }
}
