package io.tidemark.domain.baseline;

import io.tidemark.domain.timing.Scope;
import java.time.Duration;

/** There are not enough timings to say what is normal. */
public final class TooFewSamplesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooFewSamplesException(Scope scope, long samples, BaselinePolicy policy, LeftOut leftOut) {
        super("%s: the last %s hold %d timings%s, a baseline takes %d: record more, or %slook further back"
                .formatted(
                        scope,
                        spelled(policy.lookback()),
                        samples,
                        leftOut.isEmpty() ? "" : " but for what is left out (" + leftOut.text() + ")",
                        policy.minSamples(),
                        leftOut.isEmpty() ? "" : "accept the new level, lift the exclusion, or "));
    }

    private static String spelled(Duration lookback) {
        return lookback.toDays() > 1 ? lookback.toDays() + " days" : lookback.toString();
    }
}
