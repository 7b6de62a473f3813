package io.tidemark.domain.alert;

/** Why an alert is recorded and nobody is told, as one word for the log. */
public enum QuietReason {
    /** The same condition was told less than the repeat interval ago, and is no worse. */
    REPEATED_WITHIN_INTERVAL,
    /** It lasts until somebody answers it, and was told: it is told again only when it gets worse. */
    TOLD_BEFORE,
    /** The operation degrades together with others, and the alert about all of them was told. */
    MEMBER_OF_A_GROUP,
    /** No route names a destination for it. */
    NO_ROUTE
}
