/** Posts each message as signed JSON to a web address. */
@NullMarked
package io.tidemark.channel.webhook;

import org.jspecify.annotations.NullMarked;
