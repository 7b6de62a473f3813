package io.tidemark.application;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work done again and again, which may fail for as long as a storage is away: each reason is told once. */
final class Chore implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

    private final String complaint;
    private final Runnable work;
    private final BooleanSupplier closed;
    private @Nullable String lastReason;

    /** Work whose failures do not matter any more once it is closed. */
    Chore(String complaint, Runnable work, BooleanSupplier closed) {
        this.complaint = complaint;
        this.work = work;
        this.closed = closed;
    }

    @Override
    public void run() {
        try {
            work.run();
            lastReason = null;
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    private void tell(RuntimeException failure) {
        String reason = String.valueOf(failure.getMessage());
        if (closed.getAsBoolean() || reason.equals(lastReason)) {
            LOG.debug("{}", complaint, failure);
        } else {
            LOG.warn("{}; it is tried again, and nothing is lost: {}", complaint, reason);
        }
        lastReason = reason;
    }
}
