/** Runs jobs when they are due: each once, on whichever node, within its time limit; every run is recorded. */
@NullMarked
package io.tidemark.application.schedule;

import org.jspecify.annotations.NullMarked;
