package io.tidemark.bootstrap.console.traces;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.traces.TraceView.Fact;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanState.Failed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What else is known of a span. */
final class Facts {
    private final List<Fact> facts = new ArrayList<>();

    private Facts() {}

    static List<Fact> of(Span span) {
        Facts facts = new Facts();
        facts.add("started", span.start().toString());
        facts.add("user", span.work().user());
        facts.add("span", span.id().spanId());
        if (span.details().cpuMicros() != null) {
            facts.add("processor", Wording.duration((double) span.details().cpuMicros()));
        }
        if (span.details().memoryPeakBytes() != null) {
            facts.add("memory peak", Wording.count(span.details().memoryPeakBytes()) + " bytes");
        }
        if (span.state() instanceof Failed failed) {
            facts.add("error code", failed.error().code());
            facts.all(failed.error().details());
        }
        facts.all(span.details().attributes());
        return List.copyOf(facts.facts);
    }

    private void all(@Nullable JsonObject object) {
        if (object != null) {
            object.scalars().forEach(this::add);
        }
    }

    private void add(String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, value));
        }
    }
}
