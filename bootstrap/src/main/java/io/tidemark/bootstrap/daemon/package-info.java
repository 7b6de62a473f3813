/** The daemon: what its parts are made of, in which order they start, and how they stop. */
@NullMarked
package io.tidemark.bootstrap.daemon;

import org.jspecify.annotations.NullMarked;
