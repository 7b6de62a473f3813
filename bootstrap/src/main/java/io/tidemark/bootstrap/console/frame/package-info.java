/** What all pages of the console share: their frame, addresses and words. */
@NullMarked
package io.tidemark.bootstrap.console.frame;

import org.jspecify.annotations.NullMarked;
