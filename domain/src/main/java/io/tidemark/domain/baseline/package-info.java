/** What is normal for an operation, and when a timing breaks it. */
@NullMarked
package io.tidemark.domain.baseline;

import org.jspecify.annotations.NullMarked;
