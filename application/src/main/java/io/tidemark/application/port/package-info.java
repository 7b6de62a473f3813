/** What the application asks of a storage: each port is a question or a deed, and its javadoc is its contract. */
@NullMarked
package io.tidemark.application.port;

import org.jspecify.annotations.NullMarked;
