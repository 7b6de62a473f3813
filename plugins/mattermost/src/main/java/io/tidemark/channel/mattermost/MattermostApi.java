package io.tidemark.channel.mattermost;

import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Json;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import java.net.URI;

/** Calls the <a href="https://docs.mattermost.com/api/">REST API</a> of a Mattermost server in the name of a bot. */
final class MattermostApi {
    private final Secret server;
    private final Secret token;
    private final ChannelHost host;

    MattermostApi(Secret server, Secret token, ChannelHost host) {
        this.server = server;
        this.token = token;
        this.host = host;
    }

    /** Creates a post for this message. If Mattermost took it, the memo says what it calls the post. */
    Delivery create(Json post, Message message) throws InterruptedException {
        return call("POST", "", post, message);
    }

    /** Changes what is named of this post, and leaves the rest of it. */
    Delivery patch(String id, Json changes, Message message) throws InterruptedException {
        return call("PUT", "/" + id + "/patch", changes, message);
    }

    private Delivery call(String method, String path, Json body, Message message) throws InterruptedException {
        String posts = server.reveal().replaceFirst("/+$", "") + "/api/v4/posts";
        HttpCall call = HttpCall.of(method, URI.create(posts + path))
                .withHeader("Authorization", "Bearer " + token.reveal())
                .withBody(body);
        try {
            HttpAnswer answer = host.http().send(call);
            return MattermostAnswer.ofApi(answer.without(token).without(server).without(message), host.clock());
        } catch (HttpFailure failure) {
            return HttpDelivery.of(failure);
        }
    }

    @Override
    public String toString() {
        return host.destination();
    }
}
