/** Deployments as other pages show them: marks in their pictures, and lists. */
@NullMarked
package io.tidemark.bootstrap.console.deployment;

import org.jspecify.annotations.NullMarked;
