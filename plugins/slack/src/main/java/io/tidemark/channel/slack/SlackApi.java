package io.tidemark.channel.slack;

import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import java.net.URI;

/** Calls methods of Slack's Web API in the name of an app. The path of its address may be a secret of a proxy. */
final class SlackApi {
    private final Secret api;
    private final Secret token;
    private final ChannelHost host;

    SlackApi(Secret api, Secret token, ChannelHost host) {
        this.api = api;
        this.token = token;
        this.host = host;
    }

    /** Makes a call for this message. If Slack took it, the memo says where the message is. */
    Delivery call(String method, JsonObject arguments, Message message) throws InterruptedException {
        URI address = URI.create(api.reveal().replaceFirst("/+$", "") + "/" + method);
        HttpCall call = HttpCall.post(address)
                .withHeader("Authorization", "Bearer " + token.reveal())
                .withBody(arguments);
        try {
            HttpAnswer answer =
                    host.http().send(call).without(token).without(api).without(message);
            return SlackAnswer.ofApi(answer, host.clock());
        } catch (HttpFailure failure) {
            return HttpDelivery.of(failure);
        }
    }

    @Override
    public String toString() {
        return host.destination();
    }
}
