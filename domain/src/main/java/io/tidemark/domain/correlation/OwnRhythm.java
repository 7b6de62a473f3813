package io.tidemark.domain.correlation;

import io.tidemark.domain.series.Series;
import org.jspecify.annotations.Nullable;

/** What goes up and down in an operation every day, so that it says nothing about what operations share. */
interface OwnRhythm {
    /** What the rhythm is at each step of a series of logarithms. */
    double[] in(Series logarithms);

    /**
     * That of an operation: learnt from the days before when there are enough, else a smooth wave through the series
     * itself.
     *
     * @param hours its history by the hour, or null
     */
    static OwnRhythm of(Series minutes, @Nullable Series hours) {
        DailyWave wave = new DailyWave();
        return hours == null
                ? wave
                : DailyProfile.of(hours, minutes.start())
                        .<OwnRhythm>map(profile -> profile)
                        .orElse(wave);
    }
}
