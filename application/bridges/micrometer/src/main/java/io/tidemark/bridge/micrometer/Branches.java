package io.tidemark.bridge.micrometer;

import io.micrometer.common.KeyValue;
import io.tidemark.domain.timing.Context;

/** The one tag that Tidemark has a place for. */
final class Branches {
    static final String KEY = "branch";

    private Branches() {}

    /** The context on that branch; as it is when there is none, or when it breaks the rules: the timing is worth more. */
    static Context onBranch(Context context, String branch) {
        if (branch.equals(KeyValue.NONE_VALUE)) {
            return context;
        }
        try {
            return context.onBranch(branch);
        } catch (IllegalArgumentException e) {
            return context;
        }
    }
}
