/** The library that others embed: {@link io.tidemark.application.Tidemark} and its settings. */
@NullMarked
package io.tidemark.application;

import org.jspecify.annotations.NullMarked;
