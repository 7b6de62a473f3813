package io.tidemark.bootstrap.console.merges;

import io.tidemark.domain.merge.MergeBottleneck;
import io.tidemark.domain.merge.MergePhase;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.SlaStatus;

/** What things are called on the page of merges. */
final class Words {
    private Words() {}

    /** As in a legend. */
    static String of(MergePhase phase) {
        return switch (phase) {
            case LCA_FINDING -> "Finding the base";
            case CONFLICT_DETECTION -> "Detecting conflicts";
            case CONFLICT_RESOLUTION -> "Resolving conflicts";
            case REST -> "Outside the phases";
        };
    }

    static String of(MergeBottleneck bottleneck) {
        return switch (bottleneck) {
            case LCA_FINDING -> "Finding the base";
            case CONFLICT_DETECTION -> "Detecting conflicts";
            case CONFLICT_RESOLUTION -> "Resolving conflicts";
            case BALANCED -> "Balanced";
            case UNKNOWN -> "Unknown";
        };
    }

    static String of(MergeStatus status) {
        return switch (status) {
            case SUCCESS -> "Success";
            case PARTIAL_SUCCESS -> "Partial";
            case FAILED -> "Failed";
            case ABANDONED -> "Abandoned";
        };
    }

    /** The name of a colour and a shape. */
    static String tone(MergeStatus status) {
        return switch (status) {
            case SUCCESS -> "fine";
            case PARTIAL_SUCCESS -> "warning";
            case FAILED -> "critical";
            case ABANDONED -> "unknown";
        };
    }

    static String of(SlaStatus status) {
        return switch (status) {
            case OK -> "OK";
            case DEGRADED -> "Degraded";
            case CRITICAL -> "Critical";
        };
    }

    static String tone(SlaStatus status) {
        return switch (status) {
            case OK -> "fine";
            case DEGRADED -> "warning";
            case CRITICAL -> "critical";
        };
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
