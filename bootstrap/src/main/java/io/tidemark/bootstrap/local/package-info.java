/** What the owner of a daemon's data folder shows it, so that the commands of the owner need no other token. */
@NullMarked
package io.tidemark.bootstrap.local;

import org.jspecify.annotations.NullMarked;
