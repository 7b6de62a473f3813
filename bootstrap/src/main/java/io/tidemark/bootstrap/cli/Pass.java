package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.local.LocalTokenFile;
import io.tidemark.bootstrap.local.LocalTokenFile.Offer;
import org.jspecify.annotations.Nullable;

/**
 * What a daemon is shown.
 *
 * @param token the token, or null for nothing
 * @param remedy what to do when the daemon lets nobody in with that; empty to leave that to the daemon to say
 */
record Pass(@Nullable String token, String remedy) {
    /** What somebody gave on the command line or in the environment. */
    static Pass given(String token) {
        return new Pass(token, "");
    }

    /** What a daemon has left in its data folder, and another one does not know. */
    static Pass local(Offer offer, LocalTokenFile file) {
        return new Pass(
                offer.token(),
                "The daemon at %s knows nothing of %s, which another one, or an earlier run, has left: go to the folder of that daemon, name its data folder with --data, or pass --token."
                        .formatted(offer.address(), file));
    }

    /** @param obstacle why what lies in the data folder is not shown, or empty */
    static Pass none(String obstacle) {
        return new Pass(null, obstacle.isEmpty() ? "" : "(" + obstacle + ".)");
    }

    @Override
    public String toString() {
        return "Pass[***]";
    }
}
