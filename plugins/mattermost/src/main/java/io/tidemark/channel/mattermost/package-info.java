/** Sends messages to Mattermost: through an incoming webhook, or as a bot that keeps its posts up to date. */
@NullMarked
package io.tidemark.channel.mattermost;

import org.jspecify.annotations.NullMarked;
