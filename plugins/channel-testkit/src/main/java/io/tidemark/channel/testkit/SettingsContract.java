package io.tidemark.channel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfigException;
import io.tidemark.channel.ChannelFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** How a channel is found, and how it reads its settings. */
abstract class SettingsContract extends ChannelFixture {
    private static final String UNKNOWN = "no-such-key";

    @Test
    void type_isOneLowerCaseWord() {
        assertThat(factory().type()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void factory_isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ChannelFactory.class).stream().map(ServiceLoader.Provider::type))
                .as("META-INF/services/io.tidemark.channel.ChannelFactory")
                .anyMatch(factory().getClass()::equals);
    }

    @Test
    void create_namesAnUnknownKey() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put(UNKNOWN, "value");
        assertThat(problems(settings)).singleElement().asString().contains(UNKNOWN);
    }

    @Test
    void create_namesAMissingKey() {
        for (String key : settings().keySet()) {
            Map<String, String> settings = new HashMap<>(settings());
            settings.remove(key);
            assertThat(problems(settings)).allMatch(problem -> problem.startsWith(key + ":"));
        }
    }

    /** What is missing may be one of several ways to set the channel up, so it need not be what the settings hold. */
    @Test
    void create_namesAllProblemsTogether() {
        List<String> missing = problems(Map.of());
        assertThat(problems(Map.of(UNKNOWN, "1", "another-" + UNKNOWN, "2")))
                .containsAll(missing)
                .hasSize(missing.size() + 2);
    }

    @Test
    void create_showsNoSecretWhenASettingIsBad() {
        settings().forEach((key, value) -> {
            if (value.contains(SECRET)) {
                Map<String, String> settings = new HashMap<>(settings());
                settings.put(key, "bad\u0007 " + SECRET);
                assertThat(problems(settings)).isNotEmpty().noneMatch(problem -> problem.contains(SECRET));
            }
        });
    }

    @Test
    void toString_showsNoSecret() {
        try (Channel channel = create(settings())) {
            assertThat(channel + " " + factory()).doesNotContain(SECRET);
        }
    }

    private List<String> problems(Map<String, String> settings) {
        ChannelConfigException failure = catchThrowableOfType(
                ChannelConfigException.class, () -> create(settings).close());
        return failure == null ? List.of() : failure.problems();
    }
}
