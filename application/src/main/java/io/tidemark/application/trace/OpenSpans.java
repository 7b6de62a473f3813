package io.tidemark.application.trace;

import org.jspecify.annotations.Nullable;

/**
 * The spans that are open on each thread. Those that were closed in another order, or on another thread, are passed over;
 * so nothing is kept of a span for longer than those opened after it on its thread.
 */
final class OpenSpans {
    // Each Tidemark has traces of its own; the value goes with the last open span of the thread.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable OpenSpan> innermost = new ThreadLocal<>();

    /** The innermost open span of this thread, if there is one. */
    @Nullable
    OpenSpan current() {
        OpenSpan first = innermost.get();
        OpenSpan open = first;
        while (open != null && open.isClosed()) {
            open = open.outer();
        }
        if (open != first) {
            set(open);
        }
        return open;
    }

    void opened(OpenSpan span) {
        innermost.set(span);
    }

    private void set(@Nullable OpenSpan span) {
        if (span == null) {
            innermost.remove();
        } else {
            innermost.set(span);
        }
    }
}
