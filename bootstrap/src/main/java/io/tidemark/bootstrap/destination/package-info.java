/** The destinations that there are: those of the settings, and those that were added while the daemon runs. */
@NullMarked
package io.tidemark.bootstrap.destination;

import org.jspecify.annotations.NullMarked;
