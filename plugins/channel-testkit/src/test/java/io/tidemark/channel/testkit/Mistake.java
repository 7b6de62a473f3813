package io.tidemark.channel.testkit;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What authors of channels do wrong, each with the rules that are to notice it. */
enum Mistake {
    SHOUTS_ITS_TYPE("type_isOneLowerCaseWord"),
    IS_NOT_REGISTERED("factory_isFoundByTheServiceLoader"),
    READS_KEYS_THAT_NOBODY_DOCUMENTED("create_namesAnUnknownKey", "create_namesAllProblemsTogether") {
        @Override
        void read(ChannelConfig config) {
            config.optionalText("no-such-key");
        }
    },
    BLAMES_ANOTHER_KEY("create_namesAMissingKey") {
        @Override
        void read(ChannelConfig config) {
            if (config.optionalText("url").isEmpty()) {
                config.problem("uri", "is missing");
            }
        }
    },
    SHOWS_A_BAD_VALUE("create_showsNoSecretWhenASettingIsBad") {
        @Override
        void read(ChannelConfig config) {
            String url = config.text("url");
            config.problem("address", "is " + url);
        }
    },
    CALLS_DURING_CREATE("create_callsNobody") {
        @Override
        void created(BrokenChannel channel) throws InterruptedException {
            channel.attempt();
        }
    },
    PRINTS_ITSELF("toString_showsNoSecret"),
    PRINTS_WHAT_IT_CALLS("deliver_deliversAMessageOfOnlyATitle") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
            System.err.println("calling " + channel.url().reveal());
            return channel.attempt();
        }
    },
    LOGS_WHAT_IT_CALLS("deliver_deliversAMessageOfOnlyATitle") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
            System.getLogger("org.example")
                    .log(System.Logger.Level.DEBUG, "calling {0}", channel.url().reveal());
            return channel.attempt();
        }
    },
    REFUSES_WHAT_IS_TAKEN(
            "deliver_deliversEveryKindAndSeverity",
            "deliver_deliversHostileText",
            "deliver_deliversAMessageOfOnlyATitle",
            "deliver_takesBackItsMemoThroughTheLifeOfAnAlert",
            "deliver_isSafeFromTwoThreads",
            "deliver_deliversToAReceiverWithAGoodCertificate",
            "deliver_hasDeliveredOrMayHaveWhenTheBodyOfTheAnswerBreaksOff",
            "deliver_hasDeliveredOrMayHaveWhenTheBodyOfTheAnswerDrips") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
            channel.attempt();
            return Delivery.refused("no", "");
        }
    },
    CANNOT_READ_ANOTHER_VERSIONS_MEMO("deliver_deliversInSpiteOfAMemoThatItCannotRead") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
            String memo = message.conversation().memo();
            return channel.attempt().withMemo(memo == null ? "1" : Integer.toString(Integer.parseInt(memo) + 1));
        }
    },
    SWALLOWS_AN_INTERRUPT("deliver_doesNotSwallowAnInterrupt") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) {
            Thread.interrupted();
            return Delivery.delivered();
        }
    },
    LIKES_NO_MESSAGES("messagesPerMinute_isOneOrMore"),
    CLOSES_ONCE("close_isHarmlessTwice"),
    TRUSTS_EVERY_ANSWER("deliver_classifiesEveryStatus", "deliver_hasNotDeliveredWhenNobodyListens") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
            channel.attempt();
            return Delivery.delivered();
        }
    },
    FOLLOWS_REDIRECTS("deliver_isDownWhereRedirectsLeadElsewhere") {
        @Override
        Delivery classify(BrokenChannel channel, HttpAnswer answer) throws HttpFailure, InterruptedException {
            return answer.header("Location").isPresent()
                    ? HttpDelivery.of(
                            channel.send(HttpCall.post(
                                    URI.create(answer.header("Location").get()))),
                            channel.host().clock())
                    : super.classify(channel, answer);
        }
    },
    FORGETS_PAUSE_AND_DOUBT(
            "deliver_passesOnAPauseInSeconds",
            "deliver_passesOnAPauseUntilADate",
            "deliver_mayHaveDeliveredWhenTheConnectionEndsBeforeTheAnswer",
            "deliver_mayHaveDeliveredWhenTheConnectionIsReset",
            "deliver_mayHaveDeliveredWhenTheHeadOfTheAnswerBreaksOff",
            "deliver_mayHaveDeliveredWhenTheAnswerDoesNotComeInTime",
            "deliver_mayHaveDeliveredWhenTheHeadOfTheAnswerDrips") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
            Delivery delivery = channel.attempt();
            return Delivery.retryLater(delivery.reason(), delivery.detail());
        }
    },
    PAUSES_AS_LONG_AS_IT_IS_TOLD(
            "deliver_survivesAnAbsurdPause", "deliver_needsNoWordOfAPause", "deliver_passesOnAPauseUntilADate") {
        @Override
        Delivery classify(BrokenChannel channel, HttpAnswer answer) {
            String pause = answer.header("Retry-After").orElseThrow();
            return Delivery.retryLater("later", "").withRetryAfter(Duration.ofSeconds(Long.parseLong(pause)));
        }
    },
    COUNTS_THE_BYTES_OF_AN_ANSWER("deliver_readsAnAnswerInChunks", "deliver_readsACompressedAnswer") {
        @Override
        Delivery classify(BrokenChannel channel, HttpAnswer answer) throws HttpFailure, InterruptedException {
            boolean whole = answer.header("Content-Length")
                    .filter(length -> Integer.parseInt(length) == answer.body().length())
                    .isPresent();
            return whole ? super.classify(channel, answer) : Delivery.refused("short", "");
        }
    },
    QUOTES_EVERYTHING(
            "deliver_doesNotQuoteASecretThatTheReceiverQuotes",
            "deliver_doesNotQuoteHalfASecret",
            "deliver_doesNotQuoteHowTheAlertIsAcknowledged") {
        @Override
        Delivery classify(BrokenChannel channel, HttpAnswer answer) {
            return HttpDelivery.of(answer, channel.host().clock());
        }
    },
    TRIES_AGAIN("deliver_triesOnce") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
            channel.attempt();
            return channel.attempt();
        }
    },
    NUMBERS_ITS_CALLS("deliver_sendsTheSameBytesForTheSameMessage") {
        @Override
        String body(BrokenChannel channel, Message message) {
            return "call " + channel.counter().incrementAndGet();
        }
    },
    CUTS_ANYWHERE("deliver_cutsNoCharacterInHalf") {
        @Override
        String body(BrokenChannel channel, Message message) {
            String text = message.content().text();
            return Json.object()
                    .put("text", text.substring(0, Math.min(text.length(), 400)))
                    .toString();
        }
    },
    ALWAYS_DOUBTS("deliver_hasNotDeliveredWhenNobodyListens", "deliver_sendsNothingToAReceiverWithABadCertificate") {
        @Override
        Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
            return channel.attempt().withMaybeDuplicate();
        }
    };

    private final String rules;

    Mistake(String... rules) {
        this.rules = String.join("\n", rules);
    }

    List<String> rules() {
        return rules.lines().toList();
    }

    void read(ChannelConfig config) {}

    void created(BrokenChannel channel) throws InterruptedException {}

    String body(BrokenChannel channel, Message message) {
        return message.content().title();
    }

    Delivery deliver(BrokenChannel channel, Message message) throws InterruptedException {
        return channel.attempt(message);
    }

    Delivery classify(BrokenChannel channel, HttpAnswer answer) throws HttpFailure, InterruptedException {
        return HttpDelivery.of(answer.without(channel.url()), channel.host().clock());
    }

    /** A channel that makes one mistake. */
    record BrokenChannel(Mistake mistake, Secret url, ChannelHost host, AtomicInteger counter) implements Channel {
        @Override
        public Delivery deliver(Message message) throws InterruptedException {
            return mistake.deliver(this, message);
        }

        Delivery attempt() throws InterruptedException {
            return attempt(Messages.bare());
        }

        Delivery attempt(Message message) throws InterruptedException {
            byte[] body = mistake.body(this, message).getBytes(StandardCharsets.UTF_8);
            try {
                return mistake.classify(this, send(HttpCall.post(url).withBody("text/plain", body)));
            } catch (HttpFailure failure) {
                return HttpDelivery.of(failure);
            }
        }

        HttpAnswer send(HttpCall call) throws HttpFailure, InterruptedException {
            return host.http().send(call);
        }

        @Override
        public int messagesPerMinute() {
            return mistake == LIKES_NO_MESSAGES ? 0 : 60;
        }

        @Override
        public void close() {
            if (mistake == CLOSES_ONCE && counter.incrementAndGet() > 1) {
                throw new IllegalStateException("closed already");
            }
        }

        @Override
        public String toString() {
            return mistake == PRINTS_ITSELF ? url.reveal() : "BrokenChannel";
        }
    }
}
