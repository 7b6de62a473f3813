package io.tidemark.bootstrap.http;

import io.tidemark.application.Analysis;
import io.tidemark.application.Tidemark;
import java.time.Clock;
import java.time.ZoneOffset;

/** What programs, the console and the command line ask for and do, under {@code /api/v1}. */
final class Api {
    private final Parts parts;
    private final Tidemark tidemark;
    private final Analysis analysis;
    private final Clock clock;
    private final Json json;

    Api(Parts parts, Json json) {
        this.parts = parts;
        this.tidemark = parts.tidemark();
        this.analysis = parts.tidemark().analysis();
        this.clock = parts.about().clock();
        this.json = json;
    }

    void register(Calls calls) {
        see(calls);
        judge(calls);
        tell(calls);
        administer(calls);
    }

    /** What was recorded. */
    private void see(Calls calls) {
        new StatusApi(parts).register(calls);
        new OperationsApi(tidemark, clock).register(calls);
        new TimelinesApi(tidemark, clock).register(calls);
        new CatalogueApi(tidemark, clock, json).register(calls);
        new MergesApi(tidemark.merges(), analysis.merges(), clock).register(calls);
        new TraceReadingApi(tidemark.traces(), clock).register(calls);
        new DeploymentsApi(tidemark.deployments(), clock, json).register(calls);
        new ExamplesApi(parts.examples(), json).register(calls);
    }

    /** What is made of it. */
    private void judge(Calls calls) {
        new BaselinesApi(analysis.baselines(), json).register(calls);
        new BaselineDecisionsApi(analysis.baselines(), json).register(calls);
        new BaselineMarksApi(analysis.baselines(), json, clock).register(calls);
        new BacktestsApi(analysis.backtests(), json).register(calls);
        new DetectionApi(tidemark, json).register(calls);
        new DetectionRulesApi(tidemark, clock, json).register(calls);
        new ExpectedDeviationsApi(tidemark, clock, json).register(calls);
        new ChangePointsApi(analysis.levelShifts(ZoneOffset.UTC), tidemark.operations(), clock).register(calls);
        new CorrelationsApi(analysis.correlation()).register(calls);
        new BottlenecksApi(analysis.bottlenecks(), json).register(calls);
        new JobsApi(tidemark, clock, json).register(calls);
    }

    /** Who is told, and when not. */
    private void tell(Calls calls) {
        new AlertsApi(tidemark.alerts()).register(calls);
        new AlertDecisionsApi(tidemark.alerting().desk(), json).register(calls);
        new SilencesApi(tidemark.alerting().silences(), clock, json).register(calls);
        new WindowsApi(tidemark.alerting().windows(), clock, json).register(calls);
        new RoutesApi(tidemark, parts.administration().told().desk(), clock, json).register(calls);
        new DeliveriesApi(parts.outbox(), tidemark.deadLetters(), clock, json).register(calls);
    }

    private void administer(Calls calls) {
        Administration administration = parts.administration();
        MeApi.register(calls);
        new SettingsApi(parts.about().settings()).register(calls);
        new TokensApi(administration.access().tokens(), clock, json).register(calls);
        new AuditApi(administration.audit()).register(calls);
        new ChannelsApi(administration.told(), json).register(calls);
        new SecretsApi(administration.told().rotation(), json).register(calls);
    }
}
