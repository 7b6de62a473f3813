package io.tidemark.channel.testkit;

import io.tidemark.channel.ChannelFactory;
import java.net.URI;
import java.util.Map;

class WebhookChannelTest extends HttpChannelContract {
    @Override
    protected ChannelFactory factory() {
        return new WebhookChannelFactory();
    }

    @Override
    protected Map<String, String> settingsFor(URI address) {
        return Map.of("url", address.toString());
    }

    @Override
    protected Reply success() {
        return Reply.of(202, "taken");
    }
}
