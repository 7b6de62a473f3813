package io.tidemark.channel;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings of one destination, read key by key. It remembers which keys were read and what was wrong with them.
 * Where a value is missing or bad, a reader notes that and returns a stand-in, so that the rest is read too;
 * {@link #check()} then throws everything that was found, and no channel is made of stand-ins.
 *
 * <p>A blank value counts as missing. Values from the environment or from files are already in place. For one thread.
 */
public final class ChannelConfig {
    private static final String STAND_IN = "https://stand-in.invalid/";

    private final String destination;
    private final Map<String, String> values;
    private final SettingParsers parsers;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();

    private ChannelConfig(String destination, Map<String, String> values, SettingParsers parsers) {
        this.destination = destination;
        this.values = new TreeMap<>(values);
        this.parsers = parsers;
    }

    /** Settings whose addresses must be {@code https}. */
    public static ChannelConfig of(String destination, Map<String, String> values) {
        return new ChannelConfig(destination, values, new SettingParsers(false));
    }

    /** Settings whose addresses may also be {@code http}, for a demonstration or a test. */
    public static ChannelConfig allowingPlainHttp(String destination, Map<String, String> values) {
        return new ChannelConfig(destination, values, new SettingParsers(true));
    }

    /** A text that must be there. */
    public String text(String key) {
        return required(key, optionalText(key), "-");
    }

    /** A text that may be left out. */
    public Optional<String> optionalText(String key) {
        return parse(key, false, value -> value);
    }

    /** A secret that must be there. */
    public Secret secret(String key) {
        return required(key, optionalSecret(key), Secret.of(STAND_IN));
    }

    /** A secret that may be left out. */
    public Optional<Secret> optionalSecret(String key) {
        return remembered(parse(key, true, SettingParsers::secret));
    }

    /** All secrets whose keys start with this prefix, by the rest of their keys; none of them must be there. */
    public Map<String, Secret> secretsBelow(String prefix) {
        Map<String, Secret> secretsByName = new TreeMap<>();
        values.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.length() > prefix.length())
                .forEach(key -> optionalSecret(key)
                        .ifPresent(secret -> secretsByName.put(key.substring(prefix.length()), secret)));
        return secretsByName;
    }

    /** A web address that works like a password and must be there: {@code https}, unless the host allows more. */
    public Secret secretUri(String key) {
        Optional<Secret> value =
                parse(key, true, text -> Secret.of(parsers.uri(text).toString()));
        return required(key, remembered(value), Secret.of(STAND_IN));
    }

    /** A web address that must be there: {@code https}, unless the host allows more. */
    public URI uri(String key) {
        return required(key, optionalUri(key), URI.create(STAND_IN));
    }

    /** A web address that may be left out: {@code https}, unless the host allows more. */
    public Optional<URI> optionalUri(String key) {
        return parse(key, false, parsers::uri);
    }

    /** Whether the host lets this destination talk to its receiver without encryption. */
    public boolean allowsPlain() {
        return parsers.allowPlain();
    }

    /** A time such as {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h} or {@code 1d}, longer than none. */
    public Duration duration(String key, Duration fallback) {
        return parse(key, false, SettingParsers::duration).orElse(fallback);
    }

    /** A whole number from {@code min} to {@code max}. */
    public int integer(String key, int fallback, int min, int max) {
        return parse(key, false, value -> SettingParsers.integer(value, min, max))
                .orElse(fallback);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key, boolean fallback) {
        return parse(key, false, SettingParsers::flag).orElse(fallback);
    }

    /** One constant of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, E fallback) {
        return parse(key, false, value -> SettingParsers.choice(value, fallback.getDeclaringClass()))
                .orElse(fallback);
    }

    /**
     * Notes a problem that only the channel can see. The sentence says the rule and the remedy, and no secret. Of a key
     * that has a problem already nothing more is noted, so a stand-in may be checked like a value.
     */
    public void problem(String key, String sentence) {
        read.add(key);
        if (problems.stream().noneMatch(problem -> problem.startsWith(key + ":"))) {
            problems.add(key + ": " + sentence);
        }
    }

    /**
     * Throws everything that was found, and every key that nobody read. To be called when all keys were read; the host
     * calls it after {@link ChannelFactory#create} once more.
     */
    public void check() {
        List<String> all = new ArrayList<>(problems);
        values.keySet().stream()
                .filter(key -> !read.contains(key))
                .map(key -> Suggestion.forUnknown(key, read))
                .forEach(all::add);
        if (!all.isEmpty()) {
            throw new ChannelConfigException(destination, all);
        }
    }

    /** The text without any secret that was read here, for the host to clean what a channel says. */
    public String withoutSecrets(String text) {
        String clean = text;
        for (Secret secret : secrets) {
            clean = secret.removeFrom(clean);
        }
        return clean;
    }

    /** The keys, no values. */
    @Override
    public String toString() {
        return "ChannelConfig[%s, keys %s]".formatted(destination, values.keySet());
    }

    private <T> Optional<T> parse(String key, boolean hidden, Function<String, T> parser) {
        read.add(key);
        String value = values.getOrDefault(key, "");
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(value.strip()));
        } catch (IllegalArgumentException rule) {
            problems.add("%s: '%s' %s".formatted(key, hidden ? "***" : Text.cut(value, 80), rule.getMessage()));
            return Optional.empty();
        }
    }

    private <T> T required(String key, Optional<T> value, T standIn) {
        if (value.isEmpty()) {
            problem(key, "is missing; add it to the settings of the destination");
        }
        return value.orElse(standIn);
    }

    private Optional<Secret> remembered(Optional<Secret> secret) {
        secret.ifPresent(secrets::add);
        return secret;
    }
}
