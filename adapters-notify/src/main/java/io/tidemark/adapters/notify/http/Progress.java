package io.tidemark.adapters.notify.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Remembers whether anything of a call may have reached the receiver. Travels with its request as a tag. */
final class Progress extends EventListener {
    private volatile boolean sent;

    static EventListener of(Call call) {
        Progress progress = call.request().tag(Progress.class);
        return progress == null ? EventListener.NONE : progress;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    boolean sent() {
        return sent;
    }
}
