package io.tidemark.bootstrap.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what reading the settings finds: mistakes, warnings and the effective values. */
final class Report {
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<EffectiveSetting> effective = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    void problem(Place place, String message) {
        problems.add(new Problem(place, message));
    }

    void warning(Place place, String message) {
        warnings.add(new Problem(place, message));
    }

    void effective(List<String> path, String value, String origin) {
        effective.add(new EffectiveSetting(path, value, origin));
    }

    void add(Section section) {
        sections.add(section);
    }

    List<Problem> problems() {
        return problems.stream().sorted(Problem.IN_ORDER).toList();
    }

    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    List<EffectiveSetting> effective() {
        return List.copyOf(effective);
    }

    /** The sections read so far; each knows all its keys only when reading has ended. */
    List<Section> sections() {
        return List.copyOf(sections);
    }
}
