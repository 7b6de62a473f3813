package io.tidemark.domain.anomaly;

import io.tidemark.domain.alert.Why.Test;
import io.tidemark.domain.percentile.Sketch;
import java.util.Locale;

/** How it is worked out what is normal. */
public enum Method {
    /** Mean and standard deviation, with the weakness that {@link Yardstick#classic} tells. */
    CLASSIC(Test.CLASSIC_Z),
    /** Median and MAD of the logarithm: the default. */
    ROBUST(Test.ROBUST_Z);

    private final Test test;

    Method(Test test) {
        this.test = test;
    }

    /** What is normal by this method, from all timings of a window. */
    public Standard standard(Sketch timings) {
        return this == CLASSIC ? Yardstick.classic(timings) : Yardstick.robust(timings);
    }

    /** The same from the durations one by one, in microseconds. */
    public Standard standard(long[] micros) {
        return this == CLASSIC ? Yardstick.classic(micros) : Yardstick.robust(micros);
    }

    public Test test() {
        return test;
    }

    /** As it is written in interfaces, such as {@code robust}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
