package io.tidemark.domain.baseline;

import io.tidemark.domain.timing.Scope;
import java.time.Duration;

/** There are not enough timings to say what is normal. */
public final class TooFewSamplesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooFewSamplesException(Scope scope, long samples, BaselinePolicy policy) {
        super("%s: the last %s hold %d timings, a baseline takes %d: record more, or look further back"
                .formatted(scope, spelled(policy.lookback()), samples, policy.minSamples()));
    }

    private static String spelled(Duration lookback) {
        return lookback.toDays() > 1 ? lookback.toDays() + " days" : lookback.toString();
    }
}
