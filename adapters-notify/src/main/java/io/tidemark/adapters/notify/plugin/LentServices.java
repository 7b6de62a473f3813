package io.tidemark.adapters.notify.plugin;

import io.tidemark.adapters.notify.http.AddressRules;
import io.tidemark.channel.HttpSender;
import java.time.Clock;

/**
 * What every channel is lent.
 *
 * @param http makes the calls out
 * @param clock the time
 * @param addresses where a channel's own sockets may lead, and whether addresses in the settings of a destination may be
 *     {@code http}
 */
public record LentServices(HttpSender http, Clock clock, AddressRules addresses) {}
