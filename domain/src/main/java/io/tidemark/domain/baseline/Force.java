package io.tidemark.domain.baseline;

/** How much is replaced that would stay without being asked for. */
public enum Force {
    /** Nothing. */
    NO,
    /** A baseline that hardly differs; one that differs very much needs approval all the same. */
    YES,
    /** Every baseline, however much it differs. */
    EVEN_IF_DOUBLED
}
