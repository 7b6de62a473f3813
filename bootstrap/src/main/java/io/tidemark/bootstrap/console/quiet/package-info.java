/** What keeps alerts quiet: maintenance windows and silences, and what they would do before they are made. */
@NullMarked
package io.tidemark.bootstrap.console.quiet;

import org.jspecify.annotations.NullMarked;
