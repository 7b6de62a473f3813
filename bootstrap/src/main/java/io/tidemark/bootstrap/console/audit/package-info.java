/** Who changed what, and when. */
@NullMarked
package io.tidemark.bootstrap.console.audit;

import org.jspecify.annotations.NullMarked;
