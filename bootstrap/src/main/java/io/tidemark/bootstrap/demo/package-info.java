/** A simulated pgGit that shows what Tidemark does, with made-up timings. */
@NullMarked
package io.tidemark.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
