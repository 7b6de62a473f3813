/** The start of the daemon and of the command line. */
@NullMarked
package io.tidemark.bootstrap;

import org.jspecify.annotations.NullMarked;
