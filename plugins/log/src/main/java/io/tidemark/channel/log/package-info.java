/** Writes each message as one line to a file or to standard output. */
@NullMarked
package io.tidemark.channel.log;

import org.jspecify.annotations.NullMarked;
