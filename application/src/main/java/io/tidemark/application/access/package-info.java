/** Tokens: makes and revokes them, and tells who comes with one. */
@NullMarked
package io.tidemark.application.access;

import org.jspecify.annotations.NullMarked;
