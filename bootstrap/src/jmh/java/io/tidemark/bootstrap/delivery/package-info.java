/** Measures how fast alerts reach their receivers. */
@NullMarked
package io.tidemark.bootstrap.delivery;

import org.jspecify.annotations.NullMarked;
