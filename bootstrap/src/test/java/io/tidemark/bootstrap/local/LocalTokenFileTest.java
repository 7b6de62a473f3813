package io.tidemark.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTokenFileTest {
    private static final URI HERE = URI.create("http://127.0.0.1:7117");

    @TempDir
    private Path folder;

    private final LocalToken token = LocalToken.random();
    private LocalTokenFile file;

    @BeforeEach
    void place() {
        file = LocalTokenFile.in(folder.resolve("data"));
    }

    @Test
    void write_leavesTheTokenToItsOwnerAlone() throws Exception {
        file.write(token, HERE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(file.read().offer()).contains(new LocalTokenFile.Offer(token.reveal(), HERE));
    }

    @Test
    void write_takesTheNextTokenForTheOneOfAKilledDaemon() throws Exception {
        file.write(LocalToken.random(), HERE);

        file.write(token, URI.create("http://[::1]:8080"));

        assertThat(file.read().offer())
                .contains(new LocalTokenFile.Offer(token.reveal(), URI.create("http://[::1]:8080")));
    }

    @Test
    void write_doesNotFollowALinkThatSomebodyHasPutThere() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Files.createDirectories(folder.resolve("data"));
        Files.createSymbolicLink(path(), target);
        Files.createSymbolicLink(folder.resolve("data/local-token.unfinished"), target);

        file.write(token, HERE);

        assertThat(target).hasContent("untouched");
        assertThat(path()).isRegularFile();
        assertThat(Files.isSymbolicLink(path())).isFalse();
    }

    @Test
    void write_goesIntoADataFolderThatIsALink() throws Exception {
        Files.createDirectories(folder.resolve("disk"));
        Files.createSymbolicLink(folder.resolve("data"), folder.resolve("disk"));

        file.write(token, HERE);

        assertThat(file.read().offer()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.7:7117", "http://localhost:7117", "https://127.0.0.1:7117"})
    void write_refusesAnAddressThatMayLeadElsewhere(String address) {
        assertThatThrownBy(() -> file.write(token, URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an address of loopback")
                .hasMessageNotContaining(token.reveal());
        assertThat(path()).doesNotExist();
    }

    @Test
    void remove_takesTheFileAway() throws Exception {
        file.write(token, HERE);

        file.remove(token.hash());

        assertThat(path()).doesNotExist();
    }

    @Test
    void remove_leavesTheTokenOfAnotherDaemon() throws Exception {
        file.write(token, HERE);
        LocalToken later = LocalToken.random();
        file.write(later, HERE);

        file.remove(token.hash());

        assertThat(file.read().offer().orElseThrow().token()).isEqualTo(later.reveal());
    }

    @Test
    void remove_ofWhatIsGone_doesNothing() throws Exception {
        file.remove(token.hash());

        assertThat(path()).doesNotExist();
    }

    @Test
    void read_findsNothingWithoutADaemon() {
        assertThat(file.read()).isEqualTo(LocalTokenReading.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw-----w-"})
    void read_usesNothingThatOthersCanGetAt(String permissions) throws Exception {
        file.write(token, HERE);
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString(permissions));

        assertThat(file.read().offer()).isEmpty();
        assertThat(file.read().obstacle()).contains("its owner alone");
    }

    @Test
    void read_followsNoLink() throws Exception {
        file.write(token, HERE);
        Files.move(path(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(path(), folder.resolve("elsewhere"));

        assertThat(file.read().offer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tidemark_local_0123456789",
                "tidemark_local_0123456789\nhttp://192.0.2.7:7117",
                "tidemark_local_0123456789\nhttp://127.0.0.1:7117@192.0.2.7",
                "tidemark_local_0123456789\nhttp://127.0.0.1.example.org:80",
                "two words, and a\u0000byte\nhttp://127.0.0.1:7117"
            })
    void read_usesNothingThatNoDaemonWrites(String content) throws Exception {
        file.write(token, HERE);
        Files.writeString(path(), content);

        assertThat(file.read().offer()).isEmpty();
        assertThat(file.read().obstacle()).contains("is not used").doesNotContain("0123456789");
    }

    @Test
    void toString_keepsTheSecret() {
        assertThat(token + " " + new LocalTokenFile.Offer(token.reveal(), HERE)).doesNotContain(token.reveal());
    }

    private Path path() {
        return folder.resolve("data/local-token");
    }
}
