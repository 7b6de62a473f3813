package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.HttpSender;
import java.time.Clock;

/** The host as one channel sees it. */
record LentHost(String destination, HttpSender http, Clock clock) implements ChannelHost {}
