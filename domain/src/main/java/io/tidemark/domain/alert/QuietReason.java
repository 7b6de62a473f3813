package io.tidemark.domain.alert;

/** Why an alert is recorded and nobody is told, as one word for the log. */
public enum QuietReason {
    /** The same condition was told less than the repeat interval ago, and is no worse. */
    REPEATED_WITHIN_INTERVAL,
    /** It lasts until somebody answers it, and was told: it is told again only when it gets worse. */
    TOLD_BEFORE,
    /** Somebody has taken it on, and it is no worse than they were told. */
    ACKNOWLEDGED,
    /** The operation degrades together with others, and the alert about all of them was told. */
    MEMBER_OF_A_GROUP,
    /** There is a worse alert about the same subject. */
    UNDER_A_WORSE_ONE,
    /** A maintenance window is open. */
    MAINTENANCE_WINDOW,
    /** A silence matches it. */
    SILENCED,
    /** It was put off by a person, for a while. */
    SNOOZED,
    /** The operation is known to deviate so. */
    EXPECTED,
    /** Nothing is sent: it is only written down what would be. */
    DRY_RUN,
    /** No route names a destination for it. */
    NO_ROUTE;

    /** Whether it passes by itself, so that what was kept quiet is to be told then, if it still lasts. */
    public boolean passes() {
        return switch (this) {
            case MEMBER_OF_A_GROUP, UNDER_A_WORSE_ONE, MAINTENANCE_WINDOW, SILENCED, SNOOZED, EXPECTED -> true;
            case REPEATED_WITHIN_INTERVAL, TOLD_BEFORE, ACKNOWLEDGED, DRY_RUN, NO_ROUTE -> false;
        };
    }
}
