package io.tidemark.bootstrap.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.local.LocalToken;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalOfferTest {
    private final Lifecycle lifecycle = new Lifecycle(Duration.ofSeconds(1), System::nanoTime);

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:7117/, http://127.0.0.1:7117",
        "http://0.0.0.0:7117/,   http://127.0.0.1:7117",
        "http://127.0.0.5:7117/, http://127.0.0.5:7117",
        "http://[::1]:7117/,     http://[::1]:7117",
        "http://[::]:7117/,      http://[::1]:7117"
    })
    void onLoopback_isWhereAProgramOnThisMachineReachesIt(URI listening, URI address) {
        assertThat(LocalOffer.onLoopback(listening)).contains(address);
    }

    @Test
    void onLoopback_isNothingWhereOnlyOthersReachIt() {
        assertThat(LocalOffer.onLoopback(URI.create("http://192.0.2.7:7117/"))).isEmpty();
    }

    @Test
    void leave_isOverWhenTheDaemonStops() {
        LocalOffer.leave(LocalToken.random(), data, URI.create("http://127.0.0.1:7117/"), lifecycle);
        assertThat(data.resolve("local-token")).exists();

        lifecycle.stop();

        assertThat(data.resolve("local-token")).doesNotExist();
    }

    @Test
    void leave_keepsNoDaemonFromRunning() {
        LocalOffer.leave(
                LocalToken.random(), Path.of("/proc/nowhere"), URI.create("http://127.0.0.1:7117/"), lifecycle);

        assertThat(Path.of("/proc/nowhere")).doesNotExist();
    }
}
