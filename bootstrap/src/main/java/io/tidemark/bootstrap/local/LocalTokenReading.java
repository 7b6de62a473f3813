package io.tidemark.bootstrap.local;

import static java.util.Objects.requireNonNull;

import io.tidemark.bootstrap.local.LocalTokenFile.Offer;
import java.util.Optional;

/**
 * What was found of a local token.
 *
 * @param offer what a daemon has left, if it can be used
 * @param obstacle a clause that says why what there is cannot be used, or empty
 */
public record LocalTokenReading(Optional<Offer> offer, String obstacle) {
    static final LocalTokenReading NOTHING = new LocalTokenReading(Optional.empty(), "");

    public LocalTokenReading {
        requireNonNull(offer, "offer");
        requireNonNull(obstacle, "obstacle");
    }

    static LocalTokenReading of(Offer offer) {
        return new LocalTokenReading(Optional.of(offer), "");
    }

    static LocalTokenReading unusable(String why) {
        return new LocalTokenReading(Optional.empty(), why);
    }
}
