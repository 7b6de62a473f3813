package io.tidemark.bootstrap.console.frame;

/** Where people can go, in the order in which they are offered it. */
public enum Place {
    OVERVIEW("/", "Overview"),
    ALERTS("/alerts", "Alerts"),
    MERGES("/merges", "Merges"),
    TRACES("/traces", "Traces"),
    CORRELATIONS("/correlations", "Correlations"),
    BASELINES("/baselines", "Baselines"),
    DELIVERY("/delivery", "Delivery"),
    QUIET("/quiet", "Windows and silences"),
    JOBS("/jobs", "Jobs"),
    AUDIT("/audit", "Audit"),
    SETTINGS("/settings", "Settings");

    private final String path;
    private final String label;

    Place(String path, String label) {
        this.path = path;
        this.label = label;
    }

    public String path() {
        return path;
    }

    public String label() {
        return label;
    }
}
