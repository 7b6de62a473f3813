package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the doctor found, and how the daemon describes itself. */
final class Diagnosis {
    private final List<Finding> findings = new ArrayList<>();
    private JsonNode status = JsonNodeFactory.instance.objectNode();

    void add(Finding finding) {
        findings.add(finding);
    }

    void describe(JsonNode daemonStatus) {
        status = daemonStatus;
    }

    boolean hasFailure() {
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL);
    }

    String toText() {
        var lines = new ArrayList<>(findings.stream().map(Finding::line).toList());
        status.properties()
                .forEach(fact -> lines.add("      " + Text.printable(fact.getKey() + ": " + plain(fact.getValue()))));
        return String.join(System.lineSeparator(), lines);
    }

    String toJson() {
        var json = new JsonMapper();
        return json.valueToTree(Map.of("findings", findings, "status", status)).toPrettyString();
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
