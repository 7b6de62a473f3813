/** The alerts: which there are, and one of them from beginning to end. */
@NullMarked
package io.tidemark.bootstrap.console.alerts;

import org.jspecify.annotations.NullMarked;
