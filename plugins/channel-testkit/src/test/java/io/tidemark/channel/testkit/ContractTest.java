package io.tidemark.channel.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each sentence of the contract is broken once, to see it notice. */
class ContractTest {
    @Test
    void contract_noticesAChannelThatCallsDuringCreate() {
        assertNotices(contract -> contract.create_callsNobody(), (url, host) -> {
            attempt(url, host);
            return new Keeping(url, host);
        });
    }

    @Test
    void contract_noticesAChannelThatPrintsItsSecret() {
        assertNotices(contract -> contract.toString_showsNoSecret(), (url, host) -> new Keeping(url, host) {
            @Override
            public String toString() {
                return url.reveal();
            }
        });
    }

    @Test
    void contract_noticesAChannelThatQuotesItsSecret() {
        Breakage quoting = breakage((url, host) -> HttpDelivery.of(host.http().send(HttpCall.post(url)), host.clock()));
        assertNotices(contract -> contract.deliver_doesNotQuoteASecretThatTheReceiverQuotes(), quoting);
        assertNotices(contract -> contract.deliver_doesNotQuoteHalfASecret(), quoting);
    }

    @Test
    void contract_noticesAChannelThatTriesAgain() {
        assertNotices(contract -> contract.deliver_triesOnce(), breakage((url, host) -> {
            attempt(url, host);
            return attempt(url, host);
        }));
    }

    @Test
    void contract_noticesAChannelThatTakesEveryAnswerForSuccess() {
        Breakage trusting = breakage((url, host) -> {
            attempt(url, host);
            return Delivery.delivered();
        });
        assertNotices(contract -> runAll(contract.deliver_classifiesEveryStatus()), trusting);
        assertNotices(contract -> contract.deliver_hasNotDeliveredWhenNobodyListens(), trusting);
    }

    @Test
    void contract_noticesAChannelThatForgetsThePause() {
        Breakage hasty = breakage((url, host) -> {
            Delivery delivery = attempt(url, host);
            return Delivery.retryLater(delivery.reason(), delivery.detail());
        });
        assertNotices(contract -> contract.deliver_passesOnAPauseInSeconds(), hasty);
        assertNotices(contract -> contract.deliver_passesOnAPauseUntilADate(), hasty);
        assertNotices(contract -> contract.deliver_mayHaveDeliveredWhenTheConnectionEndsBeforeTheAnswer(), hasty);
        assertNotices(contract -> contract.deliver_mayHaveDeliveredWhenTheAnswerDoesNotComeInTime(), hasty);
    }

    @Test
    void contract_noticesAChannelThatSwallowsAnInterrupt() {
        assertNotices(contract -> contract.deliver_doesNotSwallowAnInterrupt(), (url, host) -> new Keeping(url, host) {
            @Override
            public Delivery deliver(Message message) {
                Thread.interrupted();
                return Delivery.delivered();
            }
        });
    }

    @Test
    void contract_noticesAFactoryThatIsNotRegistered() {
        assertNotices(contract -> contract.factory_isFoundByTheServiceLoader(), Keeping::new);
    }

    @Test
    void contract_isContentWithAChannelThatKeepsIt() throws Throwable {
        try (Contract contract = new Contract(Keeping::new)) {
            assertThatCode(() -> contract.deliver_triesOnce()).doesNotThrowAnyException();
            assertThatCode(() -> runAll(contract.deliver_classifiesEveryStatus()))
                    .doesNotThrowAnyException();
        }
    }

    private static void assertNotices(Sentence sentence, Breakage breakage) {
        try (Contract contract = new Contract(breakage)) {
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> sentence.test(contract));
        }
    }

    private static void runAll(Stream<DynamicTest> tests) throws Throwable {
        for (Executable test : tests.map(DynamicTest::getExecutable).toList()) {
            test.execute();
        }
    }

    private static Breakage breakage(Attempt attempt) {
        return (url, host) -> new Keeping(url, host) {
            @Override
            public Delivery deliver(Message message) throws InterruptedException {
                try {
                    return attempt.deliver(url, host);
                } catch (HttpFailure failure) {
                    return HttpDelivery.of(failure);
                }
            }
        };
    }

    private static Delivery attempt(Secret url, ChannelHost host) throws InterruptedException {
        try {
            return HttpDelivery.of(host.http().send(HttpCall.post(url)).without(url), host.clock());
        } catch (HttpFailure failure) {
            return HttpDelivery.of(failure);
        }
    }

    private interface Sentence {
        void test(Contract contract) throws Throwable;
    }

    private interface Breakage {
        Channel create(Secret url, ChannelHost host) throws InterruptedException;
    }

    private interface Attempt {
        Delivery deliver(Secret url, ChannelHost host) throws HttpFailure, InterruptedException;
    }

    private static class Keeping implements Channel {
        private final Secret url;
        private final ChannelHost host;

        Keeping(Secret url, ChannelHost host) {
            this.url = url;
            this.host = host;
        }

        @Override
        public Delivery deliver(Message message) throws InterruptedException {
            return attempt(url, host);
        }

        @Override
        public void close() {}
    }

    private static final class Contract extends HttpChannelContract implements AutoCloseable {
        private final Breakage breakage;

        Contract(Breakage breakage) {
            this.breakage = breakage;
            takeEverything();
        }

        @Override
        protected ChannelFactory factory() {
            return new ChannelFactory() {
                @Override
                public String type() {
                    return "broken";
                }

                @Override
                public Channel create(ChannelConfig config, ChannelHost host) {
                    try {
                        return breakage.create(config.secretUri("url"), host);
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                }
            };
        }

        @Override
        protected Map<String, String> settingsFor(URI address) {
            return Map.of("url", address.toString());
        }

        @Override
        protected Reply success() {
            return Reply.of(200, "");
        }

        @Override
        public void close() {
            closeReceiver();
        }
    }
}
