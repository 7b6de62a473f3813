package io.tidemark.application.alert;

import static io.tidemark.domain.timing.DurationText.digits;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Runbook;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.notification.Template.Field;
import io.tidemark.domain.timing.DurationText;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an alert puts into the fields of a template; what it does not have is empty. */
final class FieldValues implements Function<Field, String> {
    private final Alert alert;
    private final String title;
    private final @Nullable URI console;
    private final Instant now;

    FieldValues(Alert alert, String title, @Nullable URI console, Instant now) {
        this.alert = alert;
        this.title = title;
        this.console = console;
        this.now = now;
    }

    @Override
    public String apply(Field field) {
        Figures figures = alert.evidence().figures();
        return switch (field) {
            case SUBJECT -> AlertWording.subject(alert);
            case OPERATION -> alert.fingerprint().subject();
            case BRANCH -> Objects.requireNonNullElse(alert.fingerprint().branch(), "");
            case TYPE -> alert.fingerprint().type().name();
            case SEVERITY -> alert.severity().name();
            case ACTUAL, PEAK -> DurationText.of((double) figures.actualMicros());
            case NORMAL -> DurationText.of(figures.baselineP99Micros());
            case FACTOR -> digits(figures.multiplier());
            case SINCE -> alert.recurrence().firstSeen().toString();
            case SEEN -> Long.toString(alert.recurrence().occurrences());
            case USER -> alert.evidence().user();
            case TITLE -> title;
            case WHAT -> AlertWording.what(alert);
            case WHY -> why();
            case DO -> Runbook.of(alert.fingerprint().type()).first();
            case RUNBOOK -> link("/runbooks/" + alert.fingerprint().type());
            case LINK -> link("/alerts/" + alert.id());
            case RECOVERED -> recovered();
            case LASTED -> AlertCourse.lasted(alert, now);
            case BY -> by();
            case NOTE -> note();
            case MEMBERS -> String.join(", ", alert.evidence().members());
        };
    }

    private String why() {
        Why why = alert.evidence().why();
        return why == null ? "" : why.text();
    }

    private String note() {
        return alert.state() instanceof Acknowledged taken ? Objects.requireNonNullElse(taken.note(), "") : "";
    }

    private String by() {
        if (alert.state() instanceof Acknowledged taken) {
            return taken.by();
        }
        return alert.state() instanceof Resolved over ? Objects.requireNonNullElse(over.by(), "") : "";
    }

    private String recovered() {
        Long micros = alert.state() instanceof Resolved over ? over.recoveredMicros() : null;
        return micros == null ? "" : DurationText.of((double) micros);
    }

    private String link(String path) {
        return console == null ? "" : console.resolve(path).toString();
    }
}
