package io.tidemark.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTest {
    @TempDir
    Path parent;

    @Test
    void in_unpacksOnceAndThrowsAwayWhatAKilledStartLeft() throws IOException {
        ServerFolder folder = ServerFolder.createdAt(parent.resolve("postgres"));
        Archive archive = ServerFixture.archive();
        Path unfinished = folder.root().resolve("server-" + archive.checksum() + ".unfinished");
        Files.createDirectories(unfinished.resolve("bin"));
        Files.writeString(unfinished.resolve("bin/postgres"), "half of it");
        List<StartPhase> phases = new ArrayList<>();

        Binaries first = Binaries.in(folder, archive, phases::add);
        Binaries second = Binaries.in(folder, archive, phases::add);

        assertThat(phases).containsExactly(StartPhase.UNPACKING);
        assertThat(second).isEqualTo(first);
        assertThat(first.majorVersion()).isEqualTo("18");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void removeOtherReleases_keepsItsOwn() throws IOException {
        Path old = Files.createDirectories(parent.resolve("server-0ld0ld00/bin"));
        Path own = Files.createDirectories(parent.resolve("server-0wn0wn00/bin"));
        Path data = Files.createDirectories(parent.resolve("data"));

        new Binaries(own.getParent(), "18.6").removeOtherReleases();

        assertThat(old.getParent()).doesNotExist();
        assertThat(own).exists();
        assertThat(data).exists();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Windows 11, amd64", "Linux, riscv64"})
    void forMachine_namesTheWayOutWhereNoProgramsExist(String system, String processor) {
        assertThatExceptionOfType(PostgresCannotStartException.class)
                .isThrownBy(() -> Archive.forMachine(system, processor))
                .withMessageContainingAll(system, processor, "Linux on amd64 or aarch64", "--database-url");
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64"})
    void forMachine_findsThePrograms(String system, String processor) throws IOException {
        assertThat(Archive.forMachine(system, processor).checksum()).matches("[0-9a-f]{8}");
    }
}
