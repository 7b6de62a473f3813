package io.tidemark.domain.stream.nab;

/** What a false alarm and a missed window cost, beside a found window, which earns at most 1. */
enum Profile {
    STANDARD("standard", 0.11, 1),
    LOW_FALSE_POSITIVES("low false positives", 0.22, 1),
    LOW_FALSE_NEGATIVES("low false negatives", 0.11, 2);

    private final String title;
    private final double falseAlarm;
    private final double missed;

    Profile(String title, double falseAlarm, double missed) {
        this.title = title;
        this.falseAlarm = falseAlarm;
        this.missed = missed;
    }

    String title() {
        return title;
    }

    double falseAlarm() {
        return falseAlarm;
    }

    double missed() {
        return missed;
    }
}
