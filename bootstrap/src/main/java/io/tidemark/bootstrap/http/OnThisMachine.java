package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNull;

import io.tidemark.bootstrap.settings.WithoutToken;
import io.tidemark.domain.access.TokenHash;

/**
 * What callers on the daemon's own machine may do.
 *
 * @param withoutToken what they may do while there are no tokens
 * @param owner what the owner of the data folder shows, who may do everything
 * @param ownerName under which name the owner acts
 */
public record OnThisMachine(WithoutToken withoutToken, TokenHash owner, String ownerName) {
    public OnThisMachine {
        requireNonNull(withoutToken, "withoutToken");
        requireNonNull(owner, "owner");
        requireNonNull(ownerName, "ownerName");
    }
}
