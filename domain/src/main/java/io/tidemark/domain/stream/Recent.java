package io.tidemark.domain.stream;

import io.tidemark.domain.statistics.Order;
import java.util.Arrays;

/** The last few values, of which the median is asked. */
final class Recent {
    private final double[] values;
    private long seen;

    Recent(int most) {
        values = new double[most];
    }

    void add(double value) {
        values[(int) (seen++ % values.length)] = value;
    }

    /** NaN until there are enough values. */
    double median() {
        return seen < values.length ? Double.NaN : Order.median(values);
    }

    void clear() {
        seen = 0;
    }

    @Override
    public String toString() {
        return "Recent" + Arrays.toString(values);
    }
}
