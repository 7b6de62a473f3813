package io.tidemark.application.baseline;

import io.tidemark.application.baseline.ShiftRefusedException.Refusal;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.Incidents;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person say of an alert that lasts whether the new level is normal, or the old one still is. Either is said once,
 * as an exclusion: of the time before the shift, or of the time since.
 */
public final class ShiftAnswers {
    private final Storage storage;
    private final Baselines baselines;
    private final AlertEnds ends;
    private final Function<String, Optional<Instant>> shifts;

    ShiftAnswers(Storage storage, Baselines baselines, AlertEnds ends, Function<String, Optional<Instant>> shifts) {
        this.storage = storage;
        this.baselines = baselines;
        this.ends = ends;
        this.shifts = shifts;
    }

    /**
     * What a person says.
     *
     * @param alertId the alert that tells of the shift
     * @param since when the level shifted; null for when the shift that stands began, or, when there is none, the alert was
     *     first seen
     * @param by who says it
     * @param note what they say beyond that, or null
     */
    public record Word(
            long alertId,
            @Nullable Instant since,
            String by,
            @Nullable String note) {}

    /**
     * Takes the new level for normal: the baseline is made of the timings since the shift, those before count no more, and
     * the alert is resolved.
     *
     * @throws ShiftRefusedException when there is no such alert, or it was answered before
     * @throws io.tidemark.domain.baseline.TooFewSamplesException when there are too few timings since; says how many
     */
    public ActiveBaseline accept(Word word) {
        Alert alert = alert(word.alertId());
        Scope scope = scope(alert);
        Instant since = since(word, alert);
        Remark remark = remark(word, "accepted as normal");
        Baseline found = baselines.since(
                scope,
                policy(scope),
                since,
                new BaselineOrigin(Reason.APPROVED, word.by(), remark.at(), remark.note()));
        answer(new Exclusion(scope, Instant.EPOCH, since, remark, alert.id()));
        ActiveBaseline active = storage.baselines().activate(found);
        ends.resolve(alert.fingerprint(), remark.at());
        return active;
    }

    /**
     * Takes the old level for normal: the baseline stays, the time since the shift does not count as long as the alert
     * lasts, and the alert is acknowledged.
     *
     * @throws ShiftRefusedException when there is no such alert, or it was answered before
     */
    public Numbered keep(Word word) {
        Alert alert = alert(word.alertId());
        Remark remark = remark(word, "the old level is kept");
        Numbered kept = answer(new Exclusion(scope(alert), since(word, alert), null, remark, alert.id()));
        ends.acknowledge(
                alert.fingerprint(), word.by(), remark.at(), kept.exclusion().reason());
        return kept;
    }

    private Alert alert(long id) {
        Alert alert = storage.alertReader()
                .find(id)
                .map(AlertReport::alert)
                .orElseThrow(
                        () -> new ShiftRefusedException(Refusal.UNKNOWN_ALERT, "there is no alert %d".formatted(id)));
        if (!Incidents.TYPES.contains(alert.fingerprint().type())) {
            throw new ShiftRefusedException(
                    Refusal.NOT_ABOUT_SLOW_TIMINGS,
                    "alert %d is a %s, which says nothing about timings: there are %s"
                            .formatted(
                                    id,
                                    alert.fingerprint().type(),
                                    Incidents.TYPES.stream().sorted().toList()));
        }
        return alert;
    }

    private Numbered answer(Exclusion exclusion) {
        Numbered kept = storage.exclusions().add(exclusion);
        if (!kept.exclusion().equals(exclusion)) {
            throw new ShiftRefusedException(
                    Refusal.ANSWERED_BEFORE,
                    "alert %d was answered by %s at %s (%s): to answer it anew, lift exclusion %d first"
                            .formatted(
                                    exclusion.alertId(),
                                    kept.exclusion().remark().by(),
                                    kept.exclusion().remark().at(),
                                    kept.exclusion().reason(),
                                    kept.id()));
        }
        return kept;
    }

    /** The multiplier stays as somebody set it. */
    private BaselinePolicy policy(Scope scope) {
        BaselinePolicy policy = baselines.policy(scope.operation());
        return storage.baselineReader().active().stream()
                .map(ActiveBaseline::baseline)
                .filter(active -> active.scope().equals(scope))
                .findFirst()
                .map(active -> policy.withMultiplier(active.multiplier()))
                .orElse(policy);
    }

    private static Scope scope(Alert alert) {
        return new Scope(alert.fingerprint().subject(), alert.fingerprint().branch());
    }

    private Instant since(Word word, Alert alert) {
        Instant said = word.since();
        return said == null ? began(alert) : said;
    }

    /** A shift is noticed hours after it began. */
    private Instant began(Alert alert) {
        Instant firstSeen = alert.recurrence().firstSeen();
        return alert.fingerprint().type() == AlertType.DEGRADATION
                ? shifts.apply(alert.fingerprint().subject()).orElse(firstSeen)
                : firstSeen;
    }

    private Remark remark(Word word, String otherwise) {
        String note = word.note() == null || word.note().isBlank() ? otherwise : otherwise + ": " + word.note();
        return new Remark(word.by(), baselines.now(), note);
    }
}
