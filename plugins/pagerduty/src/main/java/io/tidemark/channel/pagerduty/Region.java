package io.tidemark.channel.pagerduty;

import java.net.URI;

/** Where PagerDuty keeps an account. */
enum Region {
    US("https://events.pagerduty.com"),
    EU("https://events.eu.pagerduty.com");

    private final URI api;

    Region(String api) {
        this.api = URI.create(api);
    }

    URI api() {
        return api;
    }
}
