/** What a channel plugin implements, and what its host lends it. */
@NullMarked
package io.tidemark.channel;

import org.jspecify.annotations.NullMarked;
