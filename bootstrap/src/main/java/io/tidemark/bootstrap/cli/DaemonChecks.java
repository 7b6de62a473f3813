package io.tidemark.bootstrap.cli;

import tools.jackson.databind.JsonNode;

/** What the doctor asks a running daemon. */
final class DaemonChecks {
    private static final String SEE_LOG = "look into the daemon's log";

    private DaemonChecks() {}

    static void ask(DaemonClient client, Diagnosis diagnosis) {
        try {
            readiness(client, diagnosis);
            var status = client.ask("/api/v1/status");
            if (status.isSuccess()) {
                diagnosis.describe(status.body());
            }
        } catch (CommandFailure failed) {
            diagnosis.add(Finding.fail(
                    "Daemon", failed.sentence(), "name the address of a daemon with --url, or " + SEE_LOG));
        }
    }

    private static void readiness(DaemonClient client, Diagnosis diagnosis) {
        var answer = client.ask("/health/ready").body();
        diagnosis.add(
                Text.of(answer, "status", "").equals("ready")
                        ? Finding.ok("Daemon", "ready at " + client.url())
                        : Finding.fail("Daemon", "not ready at " + client.url(), "wait a little, then " + SEE_LOG));
        answer.path("parts").properties().forEach(part -> diagnosis.add(part(part.getKey(), part.getValue())));
    }

    private static Finding part(String name, JsonNode part) {
        var subject = "Daemon's " + Text.printable(name);
        var status = Text.of(part, "status", "unknown");
        var detail = Text.of(part, "detail", "");
        var sentence = detail.isEmpty() ? status : status + ", " + detail;
        return switch (status) {
            case "up" -> Finding.ok(subject, sentence);
            case "down" -> Finding.fail(subject, sentence, SEE_LOG);
            default -> Finding.warn(subject, sentence, SEE_LOG);
        };
    }
}
