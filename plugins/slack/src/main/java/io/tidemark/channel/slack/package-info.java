/** Sends messages to a Slack incoming webhook. */
@NullMarked
package io.tidemark.channel.slack;

import org.jspecify.annotations.NullMarked;
