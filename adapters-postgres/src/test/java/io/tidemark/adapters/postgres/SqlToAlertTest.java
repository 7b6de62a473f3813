package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.domain.alert.Figures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole way, with nothing between SQL and the alert but an application that runs. */
class SqlToAlertTest {
    private final Map<String, String> settings = TestDatabase.emptySchema();

    @Test
    void aSlowTimingRecordedInSql_becomesAnAlert_whichSqlAcknowledges() {
        try (Tidemark tidemark = Tidemark.open(TidemarkSettings.defaults().withStorage("postgres", settings));
                SqlClient client = SqlClient.of(settings)) {
            client.execute("select record_performance_metric('commit', 2000) from generate_series(1, 20)");
            client.execute("select calculate_performance_baseline('commit')");

            await().until(() -> {
                client.execute("select record_performance_metric('commit', 20000000, 'ada')");
                return !tidemark.alerts().latest(Which.ALL, 1).isEmpty();
            });

            AlertReport report = tidemark.alerts().latest(Which.ALL, 1).get(0);
            Figures figures = report.alert().evidence().figures();
            assertThat(figures).isEqualTo(new Figures(20_000_000, 2_000, 10_000));
            assertThat(report.alert().evidence().user()).isEqualTo("ada");
            assertThat(client.askAll("""
                    select acknowledge_performance_alert(alert_id, 'ada')
                    from get_unacknowledged_alerts()""")).isEqualTo(List.of("t"));
        }
    }

    @Test
    void aTimingAsUsual_isNoAlert() {
        TidemarkSettings postgres = TidemarkSettings.defaults().withStorage("postgres", settings);
        try (Tidemark tidemark = Tidemark.open(postgres);
                SqlClient client = SqlClient.of(settings)) {
            client.execute("select record_performance_metric('commit', 2000) from generate_series(1, 20)");
            client.execute("select calculate_performance_baseline('commit')");
            client.execute("select record_performance_metric('commit', 4000)");
            await().until(() -> client.number("select count(*) from performance_inbox") == 0);

            assertThat(tidemark.alerts().latest(Which.ALL, 1)).isEmpty();
        }
        assertThat(TestDatabase.ask(settings, "select count(*) from performance_alerts"))
                .isEqualTo("0");
    }
}
