/** The page of one operation: whether it is slower than normal, since when, and what else is known of it. */
@NullMarked
package io.tidemark.bootstrap.console.operation;

import org.jspecify.annotations.NullMarked;
