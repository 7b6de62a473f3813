package io.tidemark.channel.email;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What an answer, or the want of one, means for a mail as a whole. */
final class Verdict {
    /** What throttling servers and greylists commonly ask for; SMTP has no way to say it. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final String TOO_LARGE = "too_large";
    private static final String NO_STARTTLS = "The server does not offer STARTTLS, and nothing is sent in the clear;"
            + " set security to tls if it speaks TLS from the start";

    private static final String NO_LOGIN = "The server offers no way to log in that is spoken here: PLAIN or LOGIN";

    private Verdict() {}

    /** Of a conversation that failed at this step, by what the server last said, if that was it. */
    static Delivery of(Reply reply, Exception failure, Step step) {
        boolean broken = cause(failure, IOException.class).isPresent();
        if (!broken && (reply.isTransient() || reply.isPermanent())) {
            return ofReply(reply, step).withStatus(reply.code());
        }
        return step == Step.OPENING ? ofOpening(reply, failure) : marked(ofBreak(failure), step);
    }

    /** Of a server that takes less than the shortest form of the message. */
    static Delivery tooLarge(long limit) {
        return Delivery.refused(TOO_LARGE, "The server takes mails of %d octets at most".formatted(limit));
    }

    /** Whether a shorter mail may be worth a try; none is, where the server told its limit beforehand. */
    static boolean isTooLarge(Delivery delivery) {
        return delivery.reason().equals(TOO_LARGE) && delivery.status() != null;
    }

    /** Of a server that took longer than it may. */
    static Delivery overdue(Step step) {
        return marked(Delivery.retryLater("timeout", "The server did not answer in time"), step);
    }

    private static Delivery ofReply(Reply reply, Step step) {
        String reason = "smtp_" + reply.code();
        String detail = "The server answered " + reply.quoted();
        if (reply.isThrottling()) {
            return Delivery.retryLater(reason, detail).withRetryAfter(PAUSE);
        }
        if (reply.isTransient() || (reply.isMailboxFull() && !reply.isTooLarge())) {
            return Delivery.retryLater(reason, detail);
        }
        // Up to the sender nothing but the size depends on the message, so the next one will fare no better.
        if (reply.isTooLarge() && step != Step.OPENING) {
            return Delivery.refused(TOO_LARGE, detail);
        }
        return reply.isAboutAccess() || step.compareTo(Step.SENDER) <= 0
                ? Delivery.channelDown(reason, detail)
                : Delivery.refused(reason, detail);
    }

    private static Delivery ofOpening(Reply reply, Exception failure) {
        Optional<HttpFailure> forbidden = cause(failure, HttpFailure.class);
        if (forbidden.isPresent()) {
            return HttpDelivery.of(forbidden.get());
        }
        if (failure instanceof SmtpTransport.NotEncryptedException) {
            return Delivery.channelDown("starttls_missing", NO_STARTTLS);
        }
        if (failure instanceof AuthenticationFailedException && reply.isPositive()) {
            return Delivery.channelDown("login_missing", NO_LOGIN);
        }
        if (cause(failure, SSLException.class).isPresent()) {
            return Delivery.retryLater("tls", "No trusted TLS connection to the server: " + why(failure));
        }
        return ofBreak(failure);
    }

    private static Delivery ofBreak(Exception failure) {
        return cause(failure, SocketTimeoutException.class).isPresent()
                ? overdue(Step.OPENING)
                : Delivery.retryLater("connection_lost", "No conversation with the server: " + why(failure));
    }

    private static String why(Exception failure) {
        return cause(failure, IOException.class)
                .map(Throwable::toString)
                .orElse("it ended the connection without an answer");
    }

    private static Delivery marked(Delivery delivery, Step step) {
        return step == Step.ACCEPTANCE ? delivery.withMaybeDuplicate() : delivery;
    }

    private static <T extends Throwable> Optional<T> cause(Exception failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
