/** A merge of one branch into another, with its phases and what became of its conflicts. */
@NullMarked
package io.tidemark.domain.merge;

import org.jspecify.annotations.NullMarked;
