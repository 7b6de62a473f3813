package io.tidemark.channel;

import static io.tidemark.channel.Delivery.Outcome.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Delivery.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDeliveryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("1994-11-06T08:49:07Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "200,DELIVERED",
        "202,DELIVERED",
        "204,DELIVERED",
        "301,CHANNEL_DOWN",
        "400,REFUSED",
        "404,REFUSED",
        "405,REFUSED",
        "410,REFUSED",
        "413,REFUSED",
        "422,REFUSED",
        "501,REFUSED",
        "505,REFUSED",
        "100,REFUSED",
        "401,CHANNEL_DOWN",
        "403,CHANNEL_DOWN",
        "408,RETRY_LATER",
        "425,RETRY_LATER",
        "429,RETRY_LATER",
        "500,RETRY_LATER",
        "502,RETRY_LATER",
        "503,RETRY_LATER",
        "504,RETRY_LATER",
        "529,RETRY_LATER"
    })
    void status_saysWhatToDo(int status, Outcome expected) {
        Delivery delivery = HttpDelivery.of(new HttpAnswer(status, Map.of(), "why"), CLOCK);
        assertThat(delivery.outcome()).isEqualTo(expected);
        assertThat(delivery.status()).isEqualTo(status);
        assertThat(delivery.reason()).isEqualTo(expected == DELIVERED ? "delivered" : "http_" + status);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT,RETRY_LATER,false",
        "TLS,RETRY_LATER,false",
        "TIMEOUT_BEFORE_ANSWER,RETRY_LATER,true",
        "LOST_BEFORE_ANSWER,RETRY_LATER,true",
        "OTHER,RETRY_LATER,true",
        "ADDRESS_NOT_ALLOWED,CHANNEL_DOWN,false",
        "REDIRECT_REFUSED,CHANNEL_DOWN,false",
        "ANSWER_TOO_LARGE,REFUSED,true"
    })
    void failure_saysWhatToDo(HttpFailure.Kind kind, Outcome expected, boolean maybeDuplicate) {
        Delivery delivery = HttpDelivery.of(new HttpFailure(kind, "no answer from example.org", null));
        assertThat(delivery.outcome()).isEqualTo(expected);
        assertThat(delivery.maybeDuplicate()).isEqualTo(maybeDuplicate);
        assertThat(delivery.reason()).isEqualToIgnoringCase(kind.name());
        assertThat(delivery.detail()).isEqualTo("no answer from example.org");
    }

    // The three dates are the examples of RFC 9110, section 5.6.7; the clock stands 30 s earlier.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "30|PT30S",
                "007|PT7S",
                "901|PT15M",
                "99999999999999999999999|PT15M",
                "Sun, 06 Nov 1994 08:49:37 GMT|PT30S",
                "Sun Nov  6 08:49:37 1994|PT30S",
                "Sun, 06 Nov 1994 08:00:00 GMT|PT0S",
                "Fri, 31 Dec 9999 23:59:59 GMT|PT15M"
            })
    void retryAfter_isReadAndBounded(String header, Duration expected) {
        assertThat(throttled(header).retryAfter()).isEqualTo(expected);
    }

    @Test
    void retryAfter_readsTheDateOfRfc850WithItsShortYear() {
        Clock later = Clock.fixed(Instant.parse("2026-11-20T08:49:07Z"), ZoneOffset.UTC);
        HttpAnswer answer = new HttpAnswer(503, Map.of("Retry-After", "Friday, 20-Nov-26 08:49:37 GMT"), "");
        assertThat(HttpDelivery.of(answer, later).retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "1.5", "soon", "Sun, 99 Nov 1994 08:49:37 GMT"})
    void retryAfter_isLeftToTheHostIfItCannotBeRead(String header) {
        assertThat(throttled(header).retryAfter()).isNull();
    }

    @Test
    void retryAfter_meansNothingForARefusal() {
        assertThat(HttpDelivery.of(new HttpAnswer(404, Map.of("Retry-After", "30"), ""), CLOCK)
                        .retryAfter())
                .isNull();
    }

    @Test
    void detail_quotesTheReceiver() {
        assertThat(HttpDelivery.of(new HttpAnswer(400, Map.of(), "no\ntext"), CLOCK)
                        .detail())
                .isEqualTo("The receiver answered 400: no text");
    }

    private static Delivery throttled(String header) {
        return HttpDelivery.of(new HttpAnswer(429, Map.of("retry-after", header), ""), CLOCK);
    }
}
