package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands timings in, some thousand at a time, and keeps which were refused and why. */
final class Upload {
    private static final String PATH = "/api/v1/timings?partial=true";
    private static final int MOST_ROWS = 5_000;
    /** Half of what the daemon takes at once, as characters may take several bytes. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private static final int MOST_LISTED = 20;

    private final DaemonClient client;
    private final JsonMapper json = new JsonMapper();
    private final String key = "cli-" + UUID.randomUUID();
    private final List<String> waiting = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<Refused> listed = new ArrayList<>();
    private int characters;
    private long stored;
    private long refused;
    private int batches;

    Upload(DaemonClient client) {
        this.client = client;
    }

    /** @param line where it stands, for people */
    void add(long line, Map<String, ?> timing) {
        var written = json.writeValueAsString(timing);
        if (waiting.size() == MOST_ROWS || characters + written.length() > MOST_CHARACTERS) {
            send();
        }
        waiting.add(written);
        lines.add(line);
        characters += written.length();
    }

    /** One that is not even handed in. */
    void refuse(long line, String rule) {
        refused++;
        list(new Refused(line, "", "", rule));
    }

    Result end() {
        send();
        return new Result(stored, refused, List.copyOf(listed));
    }

    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        var answer = answer();
        stored += answer.path("stored").asLong(0);
        refused += answer.path("refusedTimings").asLong(0);
        answer.path("refused").forEach(one -> list(refused(one)));
        waiting.clear();
        lines.clear();
        characters = 0;
    }

    private JsonNode answer() {
        try {
            return client.postPatiently(PATH, "[" + String.join(",", waiting) + "]", key + "-" + batches++);
        } catch (CommandFailure failed) {
            throw stored == 0
                    ? failed
                    : CommandFailure.cannot(
                            "%s Until line %d it is recorded: %d timings."
                                    .formatted(failed.sentence(), lines.get(0) - 1, stored),
                            failed);
        }
    }

    private Refused refused(JsonNode one) {
        int index = one.path("index").asInt(0);
        return new Refused(
                index < lines.size() ? lines.get(index) : 0,
                Text.of(one, "field", ""),
                Text.of(one, "value", ""),
                Text.of(one, "rule", ""));
    }

    private void list(Refused one) {
        if (listed.size() < MOST_LISTED) {
            listed.add(one);
        }
    }

    /** A row that was refused, where it stands, and the rule that it breaks. */
    record Refused(long line, String field, String value, String rule) {
        String sentence() {
            return "line %d: %s".formatted(line, field.isEmpty() ? rule : "%s '%s' %s".formatted(field, value, rule));
        }
    }

    /**
     * What became of all.
     *
     * @param listed the first of the refused ones
     */
    record Result(long stored, long refusedTimings, List<Refused> listed) {
        String sentence() {
            var taken = count(stored, "timing") + (stored == 1 ? " is" : " are") + " recorded";
            return refusedTimings == 0
                    ? taken + "."
                    : "%s, %s refused%s."
                            .formatted(
                                    taken,
                                    count(refusedTimings, "row") + (refusedTimings == 1 ? " was" : " were"),
                                    refusedTimings > listed.size() ? "; the first of them stand above" : "");
        }

        JsonNode toJson() {
            return new JsonMapper()
                    .valueToTree(Map.of("stored", stored, "refusedTimings", refusedTimings, "refused", listed));
        }

        private static String count(long number, String thing) {
            return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
        }
    }
}
