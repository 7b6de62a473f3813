/** Files that are whole or not there, and for their owner alone. */
@NullMarked
package io.tidemark.bootstrap.file;

import org.jspecify.annotations.NullMarked;
