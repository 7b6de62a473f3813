/** The command line: starts the daemon, or talks to a running one over its HTTP API. */
@NullMarked
package io.tidemark.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
