/** When the levels of operations shifted. */
@NullMarked
package io.tidemark.application.change;

import org.jspecify.annotations.NullMarked;
