package io.tidemark.bootstrap.settings;

/**
 * How much anybody may ask for.
 *
 * @param requestsPerMinute how many requests each caller may send, a token or else an address; 0 for any number
 * @param failedLoginsPerMinute how many wrong tokens an address may try; 0 for any number
 */
public record RateSettings(int requestsPerMinute, int failedLoginsPerMinute) {
    public static final RateSettings DEFAULT = new RateSettings(1_200, 10);

    private static final int MOST = 1_000_000;

    static RateSettings read(Section http) {
        return new RateSettings(
                http.value("requests-per-minute", Kind.wholeNumber(0, MOST), DEFAULT.requestsPerMinute),
                http.value("failed-logins-per-minute", Kind.wholeNumber(0, MOST), DEFAULT.failedLoginsPerMinute));
    }
}
