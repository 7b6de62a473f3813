/** The jobs: when they run, and what became of it. */
@NullMarked
package io.tidemark.bootstrap.console.jobs;

import org.jspecify.annotations.NullMarked;
