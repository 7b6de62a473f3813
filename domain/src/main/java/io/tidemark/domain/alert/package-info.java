/** What a person should know, from its first sighting to its end. */
@NullMarked
package io.tidemark.domain.alert;

import org.jspecify.annotations.NullMarked;
