package io.tidemark.bootstrap.delivery;

import java.io.IOException;
import java.util.List;

/** Brings alerts to a receiver. */
interface Contender extends AutoCloseable {
    String name();

    /**
     * Takes alerts, each to be told in a request of its own.
     *
     * @return when it started to send, in nanoseconds
     */
    long sendAll(List<String> marks) throws IOException, InterruptedException;

    /** Takes one alert. */
    void sendOne(String mark) throws IOException, InterruptedException;

    @Override
    void close() throws IOException, InterruptedException;
}
