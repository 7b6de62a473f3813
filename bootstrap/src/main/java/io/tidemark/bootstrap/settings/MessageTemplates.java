package io.tidemark.bootstrap.settings;

import io.tidemark.application.alert.DryRun;
import io.tidemark.application.alert.MessageSettings;
import io.tidemark.application.alert.Wording;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Template;
import io.tidemark.domain.notification.Template.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how messages are worded, and whom nothing is sent. */
final class MessageTemplates {
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z]+)}");
    private static final List<String> FIELDS =
            Arrays.stream(Field.values()).map(Field::word).toList();

    private MessageTemplates() {}

    static MessageSettings read(Section file, List<String> destinations) {
        var wordings = file.sectionList("templates", section -> wording(section, destinations));
        var dryRun = file.section("dry-run");
        return new MessageSettings(
                wordings,
                new DryRun(
                        dryRun.value("everybody", Kind.bool(), false),
                        Set.copyOf(dryRun.list("destinations", Kind.nameOf("destination", destinations)))),
                null);
    }

    private static Wording wording(Section section, List<String> destinations) {
        var use = new Wording.Use(
                section.optional("destination", Kind.nameOf("destination", destinations)),
                section.optional("channel", Kind.text("a kind of channel, such as slack", "[A-Za-z0-9_-]+")),
                section.optional("type", Kind.oneOf(AlertType.class)),
                section.optional("kind", Kind.oneOf(Notice.Kind.class)));
        var title = template(section, "title");
        var text = template(section, "text");
        section.check(section.has("title") || section.has("text"), "title", "given, or text, or both");
        return new Wording(use, title, text);
    }

    private static @Nullable Template template(Section section, String key) {
        return section.parsedValue(key, Template::parse, MessageTemplates::meantField)
                .orElse(null);
    }

    private static Optional<String> meantField(String written) {
        return FIELD.matcher(written)
                .results()
                .map(field -> field.group(1))
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .flatMap(field -> Suggestion.closest(field, FIELDS));
    }
}
