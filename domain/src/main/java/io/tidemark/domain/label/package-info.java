/** What alerts can be told apart by: their labels, and the matchers of silences, windows and routes. */
@NullMarked
package io.tidemark.domain.label;

import org.jspecify.annotations.NullMarked;
