package io.tidemark.bootstrap.settings;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Timetable;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When maintenance keeps alerts quiet. */
final class WindowSettings {
    private static final String KEY = "windows";
    private static final Kind<String> NAME =
            Kind.text("1 to 200 characters, none of them a control character", "(?=.*\\S)[^\\p{Cntrl}]{1,200}");

    private WindowSettings() {}

    static List<MaintenanceWindow> read(Section file) {
        List<MaintenanceWindow> windows = new ArrayList<>();
        Set<String> names = new HashSet<>();
        file.sectionList(KEY, WindowSettings::window).forEach(window -> window.ifPresent(windows::add));
        file.check(
                windows.stream().map(MaintenanceWindow::name).allMatch(names::add), KEY, "windows of different names");
        return List.copyOf(windows);
    }

    private static Optional<MaintenanceWindow> window(Section section) {
        var name = section.required("name", NAME, "window");
        section.needs("recurrence", "when it is open, such as weekly sun 02:00-04:00, or daily 23:00-01:00");
        var recurrence = section.parsedValue("recurrence", Recurrence::parse, text -> Optional.empty());
        var zone = section.value("time-zone", Kind.timeZone(), ZoneOffset.UTC);
        var matchers = section.parsed("match", Matcher::parse, RouteSettings::meantLabel);
        var breakThrough = section.optional("break-through", Kind.oneOf(Severity.class));
        var enabled = section.value("enabled", Kind.bool(), true);
        return recurrence.map(
                times -> new MaintenanceWindow(name, new Timetable(times, zone), matchers, breakThrough, enabled));
    }
}
