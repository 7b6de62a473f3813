/** Where an alert goes and why, on whatever page somebody asks. */
@NullMarked
package io.tidemark.bootstrap.console.routing;

import org.jspecify.annotations.NullMarked;
