/** When something new was brought into use, to hold against what got slower then. */
@NullMarked
package io.tidemark.domain.deployment;

import org.jspecify.annotations.NullMarked;
