package io.tidemark.channel.email;

import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends each message as one mail, over a connection of its own. The conversation runs on a thread of its own, too: a
 * blocked socket hears no interrupt, so whoever waits must be able to walk away and close it.
 */
final class EmailChannel implements Channel {
    private final MailComposer composer;
    private final PostOffice office;
    private final String destination;

    EmailChannel(MailComposer composer, PostOffice office, String destination) {
        this.composer = composer;
        this.office = office;
        this.destination = destination;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        Attempt attempt = new Attempt(composer, office, message);
        FutureTask<Delivery> task = new FutureTask<>(attempt);
        Thread thread = new Thread(task, "tidemark-email " + destination);
        thread.setDaemon(true);
        thread.start();
        try {
            return withoutSecrets(answer(task, attempt));
        } catch (InterruptedException e) {
            attempt.breakOff();
            throw e;
        }
    }

    private Delivery answer(FutureTask<Delivery> task, Attempt attempt) throws InterruptedException {
        Duration limit = office.server().limits().mail();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException overdue) {
            Delivery delivery = attempt.overdue();
            attempt.breakOff();
            return delivery;
        } catch (ExecutionException defect) {
            throw new IllegalStateException("The mail could not be made or sent", defect.getCause());
        }
    }

    private Delivery withoutSecrets(Delivery delivery) {
        return office.server()
                .caller()
                .credentials()
                .map(credentials -> delivery.withDetail(credentials.removeFrom(delivery.detail())))
                .orElse(delivery);
    }

    @Override
    public void close() {
        // Each connection ends with its mail.
    }

    @Override
    public String toString() {
        return "EmailChannel[" + destination + ", " + office + "]";
    }
}
