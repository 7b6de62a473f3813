package io.tidemark.bootstrap.daemon;

import static java.util.Objects.requireNonNull;

import io.tidemark.adapters.notify.http.AddressRules;
import io.tidemark.adapters.notify.http.HttpTimeLimits;
import io.tidemark.adapters.notify.http.SenderSettings;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.TidemarkSettings.BaselineSettings;
import io.tidemark.application.alert.MessageSettings;
import io.tidemark.application.journal.JournalSettings;
import io.tidemark.application.record.RecorderSettings;
import io.tidemark.application.schedule.JobSettings;
import io.tidemark.application.schedule.JobSettings.Timing;
import io.tidemark.application.schedule.StandardJob;
import io.tidemark.bootstrap.http.HttpSettings;
import io.tidemark.bootstrap.http.HttpSettings.Guarding;
import io.tidemark.bootstrap.settings.AlertSettings;
import io.tidemark.bootstrap.settings.BaselineSettings.Hours;
import io.tidemark.bootstrap.settings.DeliverySettings;
import io.tidemark.bootstrap.settings.DeliverySettings.OutgoingCalls;
import io.tidemark.bootstrap.settings.DetectionSettings;
import io.tidemark.bootstrap.settings.ScheduleSettings;
import io.tidemark.bootstrap.settings.Settings;
import io.tidemark.domain.alert.Addressee;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.EscalationChains;
import io.tidemark.domain.alert.EscalationChains.Step;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.anomaly.AnomalyRule;
import io.tidemark.domain.anomaly.DegradationRule;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.ChangePolicy;
import io.tidemark.domain.baseline.RhythmPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the settings of the daemon mean to its parts, each of which has settings of its own. */
final class Translation {
    private Translation() {}

    static TidemarkSettings tidemark(Settings settings) {
        RecorderSettings inMemory = RecorderSettings.defaults()
                .withFlushInterval(settings.recording().flushInterval())
                .withMaxOperations(settings.recording().maxOperations());
        var journal = settings.recording().journal();
        RecorderSettings recorder = journal.enabled()
                ? inMemory.withJournal(new JournalSettings(journal.in(settings.data()), journal.maxBytes()))
                : inMemory;
        BaselinePolicy policy = new BaselinePolicy(
                settings.baselines().lookback(),
                settings.baselines().minSamples(),
                settings.baselines().multiplier(),
                new ChangePolicy(
                        settings.baselines().changes().percent(),
                        settings.baselines().changes().approvalFactor()));
        return TidemarkSettings.defaults()
                .withRecorder(recorder)
                .withDetection(detection(settings.detection()))
                .withAlerts(alerts(settings))
                .withBaselines(new BaselineSettings(
                        policy,
                        settings.baselines().multipliers(),
                        settings.baselines().changes().timeLimit(),
                        rhythm(settings.baselines().hours())))
                .withMessages(messages(settings))
                .withJobs(jobs(settings.schedules()));
    }

    private static io.tidemark.application.detect.DetectionSettings detection(DetectionSettings detection) {
        return new io.tidemark.application.detect.DetectionSettings(
                new AnomalyRule(detection.method(), detection.scores(), detection.minEffect()),
                new DegradationRule(
                        detection.degradationPercent(),
                        DegradationRule.DEFAULT.leastSamples(),
                        DegradationRule.DEFAULT.doubt()),
                detection.windows(),
                detection.quickToo());
    }

    private static AlertPolicy alerts(Settings settings) {
        AlertSettings alerts = settings.alerts();
        Map<Severity, List<Step>> chains = new EnumMap<>(Severity.class);
        alerts.escalation()
                .forEach((severity, steps) -> chains.put(
                        severity,
                        steps.stream()
                                .map(step -> new Step(step.after(), addressees(step.destinations(), settings)))
                                .toList()));
        return new AlertPolicy(
                new RepeatPolicy(alerts.repeatInterval()),
                alerts.repetition(),
                new EscalationChains(chains),
                alerts.recovery(),
                alerts.newPerHour());
    }

    private static List<Addressee> addressees(List<String> names, Settings settings) {
        return names.stream()
                .map(name ->
                        new Addressee(name, requireNonNull(settings.channels().get(name), name)))
                .toList();
    }

    private static @Nullable RhythmPolicy rhythm(Hours hours) {
        return hours.toldApart() ? RhythmPolicy.DEFAULT.in(hours.timeZone()) : null;
    }

    private static JobSettings jobs(ScheduleSettings schedules) {
        Map<StandardJob, Timing> jobs = new EnumMap<>(StandardJob.class);
        schedules.jobs().forEach((job, when) -> jobs.put(job, new Timing(when.schedule(), when.timeLimit())));
        return new JobSettings(jobs);
    }

    static HttpSettings server(Settings settings) {
        return new HttpSettings(
                settings.http().host(),
                settings.http().port(),
                new Guarding(
                        settings.http().publicAddress().map(URI::getHost).stream()
                                .toList(),
                        settings.http().admission().rates(),
                        settings.http().callbacks()),
                settings.shutdown().grace());
    }

    /** The steps of a call out end before the delivery's time does, so that the channel can still say what happened. */
    static SenderSettings callsOut(DeliverySettings delivery) {
        Duration call = delivery.timeLimit().multipliedBy(4).dividedBy(5);
        HttpTimeLimits limits = new HttpTimeLimits(call.dividedBy(2), call, call, call);
        OutgoingCalls allowed = delivery.outgoingCalls();
        AddressRules addresses = new AddressRules(
                allowed.allowLoopback(), allowed.allowPrivateAddresses(), allowed.allowPlainHttp(), Set.of());
        return SenderSettings.defaults().withLimits(limits).withAddresses(addresses);
    }

    /** With the address of the console, for links in texts, where it is known before the console listens. */
    private static MessageSettings messages(Settings settings) {
        var http = settings.http();
        URI listening = http.port() == 0 ? null : URI.create("http://%s:%d".formatted(http.host(), http.port()));
        return new MessageSettings(
                settings.messages().wordings(),
                settings.messages().dryRun(),
                http.publicAddress().orElse(listening));
    }
}
