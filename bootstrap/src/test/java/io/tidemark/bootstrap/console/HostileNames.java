package io.tidemark.bootstrap.console;

import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.util.List;

/** Operations whose names try to break the page. */
final class HostileNames {
    static final String SCRIPT = "<script>window.broken=1</script><img src=x onerror=\"window.broken=1\">";
    static final String QUOTES = "\"'`${7*7}--><!-- & ]]> onmouseover='window.broken=1'";
    static final String RIGHT_TO_LEFT = "\u202Eעברית merge العربية";
    static final String EMOJI = "🌊🧑‍🚀👩‍👩‍👧‍👦 commit ❤️‍🔥";
    static final String LONG = "x".repeat(200);
    static final List<String> ALL = List.of(SCRIPT, QUOTES, RIGHT_TO_LEFT, EMOJI, LONG);

    private HostileNames() {}

    static RunningDaemon start() {
        RunningDaemon daemon = RunningDaemon.start();
        for (String name : ALL) {
            daemon.ran(name, Duration.ofMillis(5), 20);
        }
        for (String name : List.of(SCRIPT, RIGHT_TO_LEFT, LONG)) {
            daemon.learned(name);
            daemon.saw(Severity.WARNING, new Scope(name, name), new Figures(14_000, 5_000, 2.8));
        }
        return daemon;
    }
}
