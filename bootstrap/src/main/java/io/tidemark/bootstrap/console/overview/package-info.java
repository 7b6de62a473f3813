/** The first page: what is wrong now, and how the operations do. */
@NullMarked
package io.tidemark.bootstrap.console.overview;

import org.jspecify.annotations.NullMarked;
