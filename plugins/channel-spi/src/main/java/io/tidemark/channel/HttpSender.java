package io.tidemark.channel;

/**
 * Makes one HTTP call within the host's rules. Follows no redirect to another host, reads answers up to a bound, gives
 * up after a time limit, and never tries again by itself. Safe for several threads.
 */
public interface HttpSender {
    /**
     * Sends the call and returns the answer, whatever its status.
     *
     * @throws HttpFailure if there is no answer
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    HttpAnswer send(HttpCall call) throws HttpFailure, InterruptedException;
}
