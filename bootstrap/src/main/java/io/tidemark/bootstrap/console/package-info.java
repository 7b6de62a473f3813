/** The pages of the console: what people look at. */
@NullMarked
package io.tidemark.bootstrap.console;

import org.jspecify.annotations.NullMarked;
