package io.tidemark.bootstrap.console.traces;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.traces.TracesView.Tone;
import io.tidemark.domain.trace.SpanStatus;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What things are called on the pages of traces. */
final class Words {
    private Words() {}

    static Tone of(SpanStatus status) {
        return switch (status) {
            case SUCCESS -> new Tone("fine", "Success");
            case FAILED -> new Tone("critical", "Failed");
            case RUNNING -> new Tone("warning", "Running");
            case PENDING -> new Tone("unknown", "Pending");
        };
    }

    /** A duration; a dash while it is not known. */
    static String duration(OptionalLong micros) {
        return micros.isEmpty() ? "–" : Wording.duration((double) micros.getAsLong());
    }

    static String percent(OptionalDouble share) {
        return share.isEmpty() ? "–" : Math.round(share.getAsDouble() * 100) + " %";
    }
}
