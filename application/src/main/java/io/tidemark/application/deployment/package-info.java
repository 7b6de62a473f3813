/** Takes what people and programs say of deployments, and tells which there were. */
@NullMarked
package io.tidemark.application.deployment;

import org.jspecify.annotations.NullMarked;
