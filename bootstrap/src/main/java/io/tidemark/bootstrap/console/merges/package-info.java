/** The page that tells where merges lose their time. */
@NullMarked
package io.tidemark.bootstrap.console.merges;

import org.jspecify.annotations.NullMarked;
