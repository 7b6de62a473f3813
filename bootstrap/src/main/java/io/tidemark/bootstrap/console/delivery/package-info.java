/** What becomes of messages: what waits, what was tried, what could not be delivered, and to whom. */
@NullMarked
package io.tidemark.bootstrap.console.delivery;

import org.jspecify.annotations.NullMarked;
