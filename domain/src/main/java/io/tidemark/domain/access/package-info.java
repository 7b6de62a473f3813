/** Who may do what. */
@NullMarked
package io.tidemark.domain.access;

import org.jspecify.annotations.NullMarked;
