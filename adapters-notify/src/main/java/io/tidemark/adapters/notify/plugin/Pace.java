package io.tidemark.adapters.notify.plugin;

import java.time.Duration;

/** How many messages a destination takes in a time; they are spread evenly over it. */
public record Pace(int messages, Duration per) {
    public Pace {
        if (messages < 1 || per.dividedBy(Math.max(1, messages)).isZero() || per.isNegative()) {
            throw new IllegalArgumentException(
                    "pace " + messages + " per " + per + " must be at least one message in a time longer than none");
        }
    }

    public static Pace perSecond(int messages) {
        return new Pace(messages, Duration.ofSeconds(1));
    }

    public static Pace perMinute(int messages) {
        return new Pace(messages, Duration.ofMinutes(1));
    }

    /** From one message to the next. */
    public Duration interval() {
        return per.dividedBy(messages);
    }
}
