package io.tidemark.application.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.Logged;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.TimingBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalFolderTest {
    private static final long SMALL = 64 << 10;
    private static final int HEADERS = Segment.FILE_HEADER + Segment.RECORD_HEADER;

    @TempDir
    private Path parent;

    private final Batches batches = new Batches();
    private final List<Long> damaged = new ArrayList<>();

    @Test
    void head_isWhatWasAddedFirst_overManySegments() throws IOException {
        List<TimingBatch> added = new ArrayList<>();
        try (JournalFolder folder = open()) {
            for (int i = 0; i < 50; i++) {
                added.add(batches.of(1, 60));
                folder.append(added.get(i));
            }
            assertThat(segments()).hasSizeGreaterThan(3);
            assertThat(folder.timings()).isEqualTo(3_000);

            assertThat(drained(folder)).isEqualTo(added);
            assertThat(folder.timings()).isZero();
        }
        assertThat(segments()).isEmpty();
    }

    @Test
    void open_findsWhatWasLeft_fromWhereItWasTakenOff() throws IOException {
        TimingBatch first = batches.of(1, 3);
        TimingBatch second = batches.of(4, 5);
        TimingBatch third = batches.of(6, 6);
        try (JournalFolder folder = open()) {
            folder.append(first);
            folder.append(second);
            assertThat(folder.head()).isEqualTo(first);
            folder.removeHead();
        }
        try (JournalFolder folder = open()) {
            assertThat(folder.timings()).isEqualTo(2);
            folder.append(third);
            assertThat(drained(folder)).containsExactly(second, third);
        }
        assertThat(segments()).isEmpty();
    }

    @Test
    void open_afterARunThatLeftNothing_missesNothing() throws IOException {
        TimingBatch third = batches.of(7, 9);
        try (JournalFolder folder = open()) {
            folder.append(batches.of(1, 3));
            folder.append(batches.of(4, 6));
            assertThat(drained(folder)).hasSize(2);
        }
        try (JournalFolder folder = open()) {
            folder.append(third);
        }
        try (JournalFolder folder = open()) {
            assertThat(drained(folder)).containsExactly(third);
        }
    }

    @Test
    void open_withoutItsPosition_findsAllOfTheSegment() throws IOException {
        TimingBatch first = batches.of(1, 3);
        TimingBatch second = batches.of(4, 5);
        try (JournalFolder folder = open()) {
            folder.append(first);
            folder.append(second);
            folder.head();
            folder.removeHead();
        }
        Files.writeString(folder().resolve("position"), "damaged beyond recognition", UTF_8);
        try (JournalFolder folder = open()) {
            assertThat(drained(folder)).containsExactly(first, second);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Segment.RECORD_HEADER - 1, Segment.RECORD_HEADER, Segment.RECORD_HEADER + 1})
    void open_leavesOutARecordThatWasCutOff_withOneLine(int left) throws IOException {
        TimingBatch whole = batches.of(1, 3);
        long end = writtenThen(whole, batches.of(4, 5));
        truncate(end + left);

        try (Logged logged = new Logged(Journal.class);
                JournalFolder folder = open()) {
            assertThat(drained(folder)).containsExactly(whole);
            assertThat(logged.warnings())
                    .singleElement()
                    .asString()
                    .contains("%d bytes that were cut off".formatted(left));
        }
        assertThat(damaged).isEmpty();
        assertThat(segments()).isEmpty();
    }

    @Test
    void open_skipsARecordThatIsDamaged_andKeepsItAside() throws IOException {
        TimingBatch first = batches.of(1, 3);
        long end = writtenThen(first, batches.of(4, 5), batches.of(6, 6));
        flipByte(end + Segment.RECORD_HEADER + 30);

        try (Logged logged = new Logged(Journal.class);
                JournalFolder folder = open()) {
            assertThat(folder.timings()).isEqualTo(4);
            assertThat(drained(folder)).extracting(TimingBatch::size).containsExactly(3, 1);
            assertThat(folder.timings()).isZero();
            assertThat(logged.warnings())
                    .singleElement()
                    .asString()
                    .contains("2 timings")
                    .contains(".damaged");
        }
        assertThat(damaged).containsExactly(2L);
        assertThat(aside()).hasSize(1);
    }

    @Test
    void open_keepsAsideTheRestOfASegment_whoseRecordsCannotBeToldApart() throws IOException {
        TimingBatch first = batches.of(1, 3);
        long end = writtenThen(first, batches.of(4, 5), batches.of(6, 6));
        flipByte(end);
        try (JournalFolder folder = open()) {
            folder.append(batches.of(7, 8));
        }

        try (Logged logged = new Logged(Journal.class);
                JournalFolder folder = open()) {
            assertThat(drained(folder)).extracting(TimingBatch::size).containsExactly(3, 2);
            assertThat(logged.warnings()).singleElement().asString().contains("is damaged");
        }
        assertThat(damaged).isNotEmpty();
        assertThat(aside()).hasSize(1);
    }

    @Test
    void open_whileSomebodyElseHasIt_namesTheFolderAndTheRemedy() throws IOException {
        try (JournalFolder folder = open()) {
            assertThat(folder.isEmpty()).isTrue();
            assertThatThrownBy(this::open)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(
                            "The journal in " + folder() + " is in use by this process: give each its own");
        }
        open().close();
    }

    @Test
    void open_whereThereIsAFile_saysWhatItMustBe() throws IOException {
        Files.writeString(folder(), "a file");

        assertThatThrownBy(this::open).hasMessageContaining("it must be a folder that this user may read and write");
    }

    @Test
    void open_aSegmentOfALaterFormat_saysWhatToDo() throws IOException {
        writtenThen(batches.of(1, 1));
        byte[] bytes = Files.readAllBytes(segments().get(0));
        bytes[7] = 2;
        Files.write(segments().get(0), bytes);

        assertThatThrownBy(this::open).hasMessageContaining("(format 2, this one reads 1): let that version store it");
        assertThatThrownBy(this::open).as("the lock was given back").hasMessageContaining("format 2");
    }

    @Test
    void append_beyondTheBound_isRefused_andThereIsRoomAgainLater() throws IOException {
        try (JournalFolder folder = open()) {
            int taken = 0;
            while (takes(folder, batches.of(1, 100))) {
                taken++;
            }
            assertThat(taken).isBetween(10, 100);
            assertThat(size()).isLessThanOrEqualTo(SMALL);
            assertThat(drained(folder)).hasSize(taken);

            assertThat(takes(folder, batches.of(1, 100))).isTrue();
        }
    }

    private static boolean takes(JournalFolder folder, TimingBatch batch) {
        try {
            folder.append(batch);
            return true;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("it is full: it may take 65536 bytes");
            return false;
        }
    }

    /** Writes batches into one segment, and returns where the first one ends. */
    private long writtenThen(TimingBatch first, TimingBatch... others) throws IOException {
        try (JournalFolder folder = open()) {
            folder.append(first);
            for (TimingBatch other : others) {
                folder.append(other);
            }
        }
        return HEADERS + (long) BatchFormat.write(first).length;
    }

    private static List<TimingBatch> drained(JournalFolder folder) throws IOException {
        List<TimingBatch> drained = new ArrayList<>();
        for (TimingBatch head = folder.head(); head != null; head = folder.head()) {
            drained.add(head);
            folder.removeHead();
        }
        return drained;
    }

    private void truncate(long size) throws IOException {
        try (var channel = Files.newByteChannel(segments().get(0), StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private void flipByte(long place) throws IOException {
        byte[] bytes = Files.readAllBytes(segments().get(0));
        bytes[(int) place] ^= 0x10;
        Files.write(segments().get(0), bytes);
    }

    private JournalFolder open() {
        return JournalFolder.open(new JournalSettings(folder(), SMALL), damaged::add);
    }

    private Path folder() {
        return parent.resolve("journal");
    }

    private List<Path> segments() throws IOException {
        return files(".journal");
    }

    private List<Path> aside() throws IOException {
        return files(".damaged");
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private long size() throws IOException {
        long size = 0;
        for (Path segment : segments()) {
            size += Files.size(segment);
        }
        return size;
    }
}
