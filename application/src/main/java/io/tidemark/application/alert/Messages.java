package io.tidemark.application.alert;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Template;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each destination is told about an alert: the usual words, or those that the settings put in their place. */
final class Messages {
    private final MessageSettings settings;

    Messages(MessageSettings settings) {
        this.settings = settings;
    }

    Content content(Alert alert, Notice.Kind kind, Destination destination, Instant now) {
        Content usual = AlertWording.of(alert, kind, now);
        List<Wording> wordings = settings.wordings().stream()
                .filter(wording ->
                        wording.use().fits(destination, alert.fingerprint().type(), kind))
                .toList();
        if (wordings.isEmpty()) {
            return usual;
        }
        Function<Template.Field, String> values = new FieldValues(alert, usual.title(), settings.console(), now);
        String title = filled(wordings.stream().map(Wording::title), values, usual.title());
        String text = filled(wordings.stream().map(Wording::text), values, usual.text());
        return new Content(title, text, usual.facts(), usual.trend());
    }

    /** A title of empty fields alone says less than the usual one. */
    private static String filled(
            Stream<@Nullable Template> templates, Function<Template.Field, String> values, String usual) {
        return templates
                .filter(Objects::nonNull)
                .findFirst()
                .map(template -> template.fill(values))
                .filter(text -> !text.isBlank())
                .orElse(usual);
    }
}
