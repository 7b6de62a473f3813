package io.tidemark.domain.stream.nab;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How the corpus writes instants: {@code 2014-02-14 14:30:00}, in labels with fractions of seconds. */
final class Timestamps {
    private Timestamps() {}

    static Optional<LocalDateTime> parse(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.trim().replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
