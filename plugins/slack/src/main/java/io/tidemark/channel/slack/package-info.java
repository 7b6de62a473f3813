/** Sends messages to Slack: through an incoming webhook, or as an app that keeps its messages up to date. */
@NullMarked
package io.tidemark.channel.slack;

import org.jspecify.annotations.NullMarked;
