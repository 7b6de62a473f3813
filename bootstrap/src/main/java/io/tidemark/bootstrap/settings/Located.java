package io.tidemark.bootstrap.settings;

/** A value that is never printed, and the place where it was given. */
record Located(Secret secret, Place place) {}
