/** Sends messages as mail, by SMTP. */
@NullMarked
package io.tidemark.channel.email;

import org.jspecify.annotations.NullMarked;
