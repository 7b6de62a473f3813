package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.access.Gatekeeper;
import io.tidemark.application.access.TokenDesk;
import io.tidemark.application.port.AuditReader;
import io.tidemark.bootstrap.destination.DestinationDesk;
import io.tidemark.bootstrap.destination.Rotation;
import io.tidemark.bootstrap.destination.Trial;

/**
 * What admins do.
 *
 * @param access who may do what
 * @param audit what was done
 * @param told who can be told
 */
public record Administration(Access access, AuditReader audit, Told told) {
    public Administration {
        requireNonNull(access, "access");
        requireNonNull(audit, "audit");
        requireNonNull(told, "told");
    }

    /**
     * Who may do what.
     *
     * @param gatekeeper tells who comes
     * @param tokens makes and revokes what they come with
     * @param local what callers on this machine may do
     */
    public record Access(Gatekeeper gatekeeper, TokenDesk tokens, OnThisMachine local) {
        public Access {
            requireNonNull(gatekeeper, "gatekeeper");
            requireNonNull(tokens, "tokens");
            requireNonNull(local, "local");
        }
    }

    /**
     * Who can be told.
     *
     * @param desk changes the destinations
     * @param trial sends test messages
     * @param rotation encrypts anew what is stored of them
     */
    public record Told(DestinationDesk desk, Trial trial, Rotation rotation) {
        public Told {
            requireNonNull(desk, "desk");
            requireNonNull(trial, "trial");
            requireNonNull(rotation, "rotation");
        }
    }
}
