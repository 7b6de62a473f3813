package io.tidemark.bootstrap.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one section of the settings. A reader asks for each key with its kind and default; a value that does not fit is
 * reported and the default returned, so that reading goes on and finds every mistake. A key that nobody asked for is unknown.
 */
final class Section {
    private static final String FILE_SUFFIX = "-file";
    private static final String HIDDEN = EffectiveSetting.scalar("***");

    private final List<String> path;
    private final YamlValue.Entry entry;
    private final Report report;
    private final Set<String> known = new LinkedHashSet<>();

    Section(List<String> path, YamlValue.Entry entry, Report report) {
        this.path = List.copyOf(path);
        this.entry = entry;
        this.report = report;
        report.add(this);
    }

    Section section(String key) {
        known.add(key);
        return new Section(
                pathTo(key),
                find(key).orElse(new YamlValue.Entry(Place.DEFAULT, new YamlValue.Nothing(Place.DEFAULT))),
                report);
    }

    /** The value, or the default where there is none or it does not fit. */
    <T> T value(String key, Kind<T> kind, T byDefault) {
        known.add(key);
        var given = scalar(key);
        var value = given.flatMap(scalar -> parse(key, scalar, kind)).orElse(byDefault);
        var origin = given.map(YamlValue.Scalar::origin).orElse(Place.DEFAULT.source());
        show(key, EffectiveSetting.scalar(kind.print().apply(value)), origin);
        return value;
    }

    /** The value; a missing one is a mistake, and the stand-in is returned. */
    <T> T required(String key, Kind<T> kind, T standIn) {
        needs(key, kind.rule());
        return value(key, kind, standIn);
    }

    /** The value, or null where there is none or it does not fit. */
    <T> @Nullable T optional(String key, Kind<T> kind) {
        known.add(key);
        var given = scalar(key);
        given.ifPresent(scalar -> show(key, EffectiveSetting.scalar(scalar.text()), scalar.origin()));
        return given.flatMap(scalar -> parse(key, scalar, kind)).orElse(null);
    }

    /**
     * A value that its parser reads, which says itself what is wrong with it.
     *
     * @param meant the word that was probably meant in a text that the parser refuses
     */
    <T> Optional<T> parsedValue(String key, Function<String, T> parser, Function<String, Optional<String>> meant) {
        known.add(key);
        var given = scalar(key);
        given.ifPresent(scalar -> show(key, EffectiveSetting.scalar(scalar.text()), scalar.origin()));
        return given.flatMap(scalar -> parse(key, scalar, parser, meant));
    }

    /** A list of values that their parser reads, which says itself what is wrong with them. */
    <T> List<T> parsed(String key, Function<String, T> parser, Function<String, Optional<String>> meant) {
        known.add(key);
        var values = new ArrayList<T>();
        var shown = new ArrayList<String>();
        for (var item : items(key)) {
            if (item instanceof YamlValue.Scalar scalar) {
                shown.add(EffectiveSetting.scalar(scalar.text()));
                parse(key, scalar, parser, meant).ifPresent(values::add);
            } else if (!(item instanceof YamlValue.Mistake)) {
                report.problem(item.place(), name(key) + " must list single values");
            }
        }
        find(key).ifPresent(given -> show(key, shown.toString(), given.place().lineOnly()));
        return List.copyOf(values);
    }

    /** Whether the file says something behind the key. */
    boolean has(String key) {
        return find(key).isPresent() && !(valueOf(key) instanceof YamlValue.Nothing);
    }

    /** Says what is doubtful about the section. */
    void warn(String message) {
        report.warning(entry.place(), message);
    }

    /** Reports a key that is missing; the rule says what it must hold. */
    void needs(String key, String rule) {
        if (find(key).isEmpty()) {
            var close = Suggestion.closest(key, keys())
                    .map(given -> "; is \"" + given + "\" meant to be it?")
                    .orElse("");
            report.problem(entry.place(), name() + " needs the key " + key + ": " + rule + close);
        }
    }

    /** A secret from the key itself or from the file that {@code <key>-file} names. */
    Secret secret(String key) {
        var fileKey = key + FILE_SUFFIX;
        known.add(key);
        known.add(fileKey);
        var fromFile = secretOf(fileKey);
        var given = secretOf(key);
        if (given.isEmpty() && fromFile.isEmpty()) {
            show(key, EffectiveSetting.scalar(""), Place.DEFAULT.source());
        }
        return fromFile.or(() -> given).map(Located::secret).orElse(Secret.NONE);
    }

    /** Every key that was not asked for before, by its name without {@code -file}. */
    Map<String, Located> otherSecrets() {
        var secrets = new LinkedHashMap<String, Located>();
        for (var key : keys()) {
            if (known.add(key)) {
                secretOf(key).ifPresent(secret -> secrets.put(withoutSuffix(key), secret));
            }
        }
        return secrets;
    }

    <T> List<T> list(String key, Kind<T> kind) {
        known.add(key);
        var values = new ArrayList<T>();
        var shown = new ArrayList<String>();
        for (var item : items(key)) {
            if (item instanceof YamlValue.Scalar scalar) {
                shown.add(EffectiveSetting.scalar(scalar.text()));
                parse(key, scalar, kind).ifPresent(values::add);
            } else if (!(item instanceof YamlValue.Mistake)) {
                report.problem(item.place(), name(key) + " must list single values: " + kind.rule());
            }
        }
        show(
                key,
                shown.toString(),
                find(key).map(YamlValue.Entry::place).orElse(Place.DEFAULT).lineOnly());
        return List.copyOf(values);
    }

    /** A section whose keys the user chooses, all with values of one kind. */
    <T> Map<String, T> map(String key, Kind<T> kind, T standIn) {
        var section = section(key);
        var values = new LinkedHashMap<String, T>();
        section.keys().forEach(name -> values.put(name, section.value(name, kind, standIn)));
        return shownIfEmpty(key, values);
    }

    /** A section whose keys the user chooses, each a section of its own. */
    <T> Map<String, T> sections(String key, Function<Section, T> reader) {
        var section = section(key);
        var values = new LinkedHashMap<String, T>();
        section.keys().forEach(name -> values.put(name, reader.apply(section.section(name))));
        return shownIfEmpty(key, values);
    }

    /** A list of sections. */
    <T> List<T> sectionList(String key, Function<Section, T> reader) {
        known.add(key);
        var values = new ArrayList<T>();
        for (var item : items(key)) {
            var inner = new ArrayList<>(pathTo(key));
            inner.add(EffectiveSetting.item(values.size() + 1));
            values.add(reader.apply(new Section(inner, new YamlValue.Entry(item.place(), item), report)));
        }
        if (values.isEmpty()) {
            show(key, "[]", Place.DEFAULT.source());
        }
        return List.copyOf(values);
    }

    /** Reports a value that fits alone, but not together with others; the rule completes "must be …". */
    void check(boolean holds, String key, String rule) {
        if (!holds) {
            report.problem(placeOf(key), name(key) + " must be " + rule);
        }
    }

    /** Called when all has been read: only then are all keys known. */
    void reportUnknownKeys(Map<String, String> homes) {
        if (entry.value() instanceof YamlValue.Scalar || entry.value() instanceof YamlValue.Sequence) {
            report.problem(entry.value().place(), name() + " must be a section. " + choices());
        }
        entries().forEach((key, unknown) -> {
            if (!known.contains(key)) {
                var home = homes.containsKey(key) ? " It belongs to " + homes.get(key) + "." : "";
                var close = Suggestion.closest(key, known).map(choice -> " Did you mean \"" + choice + "\"?");
                var message = "unknown key \"" + key + "\" in " + name() + "." + close.orElse(home);
                report.problem(unknown.place(), message + " " + choices());
            }
        });
    }

    String name() {
        return path.isEmpty() ? "the file" : String.join(".", path).replaceAll("\\.- (\\d+)", "[$1]");
    }

    Set<String> knownKeys() {
        return known;
    }

    private Set<String> keys() {
        return entries().keySet();
    }

    Place place() {
        return entry.place();
    }

    private String choices() {
        return "The keys are " + String.join(", ", known) + ".";
    }

    private Map<String, YamlValue.Entry> entries() {
        return entry.value() instanceof YamlValue.Mapping mapping ? mapping.entries() : Map.of();
    }

    private Optional<YamlValue.Entry> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    private Optional<YamlValue.Scalar> scalar(String key) {
        var value = valueOf(key);
        if (value instanceof YamlValue.Scalar scalar) {
            return Optional.of(scalar);
        }
        if (value instanceof YamlValue.Mapping || value instanceof YamlValue.Sequence) {
            report.problem(value.place(), name(key) + " must be a single value");
        } else if (value instanceof YamlValue.Nothing && find(key).isPresent()) {
            report.problem(value.place(), name(key) + " has no value; write one, or take the key out");
        }
        return Optional.empty();
    }

    private List<YamlValue> items(String key) {
        var value = valueOf(key);
        if (value instanceof YamlValue.Sequence sequence) {
            return sequence.items();
        }
        if (value instanceof YamlValue.Mapping || value instanceof YamlValue.Scalar) {
            report.problem(value.place(), name(key) + " must be a list, like [first, second]");
        }
        return List.of();
    }

    private Place placeOf(String key) {
        return find(key).map(given -> given.value().place()).orElse(entry.place());
    }

    private YamlValue valueOf(String key) {
        return find(key).map(YamlValue.Entry::value).orElse(new YamlValue.Nothing(entry.place()));
    }

    private <T> Optional<T> parse(String key, YamlValue.Scalar scalar, Kind<T> kind) {
        var parsed = kind.parse().apply(scalar.text());
        if (parsed.isEmpty()) {
            var value = kind.printable() ? " is " + scalar.quoted() + ", but" : "";
            var close = Suggestion.closest(scalar.text(), kind.choices())
                    .map(choice -> "; did you mean \"" + choice + "\"?")
                    .orElse("");
            report.problem(scalar.place(), name(key) + value + " must be " + kind.rule() + close);
        }
        return parsed;
    }

    private <T> Optional<T> parse(
            String key, YamlValue.Scalar scalar, Function<String, T> parser, Function<String, Optional<String>> meant) {
        try {
            return Optional.of(parser.apply(scalar.text()));
        } catch (IllegalArgumentException e) {
            var close = meant.apply(scalar.text())
                    .map(choice -> "; did you mean \"" + choice + "\"?")
                    .orElse("");
            report.problem(scalar.place(), name(key) + ": " + e.getMessage() + close);
            return Optional.empty();
        }
    }

    private Optional<Located> secretOf(String key) {
        var given = scalar(key);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var scalar = given.get();
        show(key, HIDDEN, scalar.origin());
        if (!key.endsWith(FILE_SUFFIX)) {
            return Optional.of(new Located(new Secret(scalar.text()), scalar.place()));
        }
        if (find(withoutSuffix(key)).isPresent()) {
            report.problem(placeOf(key), name() + " has both " + withoutSuffix(key) + " and " + key + "; keep one");
        }
        return Optional.of(new Located(SecretFile.read(name(key), scalar, report), scalar.place()));
    }

    private static String withoutSuffix(String key) {
        return key.endsWith(FILE_SUFFIX) ? key.substring(0, key.length() - FILE_SUFFIX.length()) : key;
    }

    private <V> Map<String, V> shownIfEmpty(String key, Map<String, V> values) {
        if (values.isEmpty()) {
            show(key, "{}", Place.DEFAULT.source());
        }
        return values;
    }

    private void show(String key, String value, String origin) {
        report.effective(pathTo(key), value, origin);
    }

    private List<String> pathTo(String key) {
        var inner = new ArrayList<>(path);
        inner.add(key);
        return inner;
    }

    private String name(String key) {
        return path.isEmpty() ? key : name() + "." + key;
    }
}
