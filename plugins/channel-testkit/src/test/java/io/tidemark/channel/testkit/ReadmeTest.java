package io.tidemark.channel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path SOURCES = Path.of("src/test/java/io/tidemark/channel/testkit");

    @Test
    void readmeOfTheSpi_showsTheChannelThatIsTestedHere() throws IOException {
        assertShows(Path.of("../channel-spi/README.md"), "WebhookChannelFactory.java", "public final class");
    }

    @Test
    void readmeOfTheKit_showsTheTestThatRunsHere() throws IOException {
        assertShows(Path.of("README.md"), "WebhookChannelTest.java", "class");
    }

    private static void assertShows(Path readme, String source, String start) throws IOException {
        String code = Files.readString(SOURCES.resolve(source));
        assertThat(Files.readString(readme)).contains(code.substring(code.indexOf("\n" + start + " ")));
    }
}
