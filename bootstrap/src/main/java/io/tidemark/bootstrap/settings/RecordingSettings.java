package io.tidemark.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How recordings travel from the buffers to the database, and how long they stay there.
 *
 * @param maxOperations how many different operations are told apart; more are counted as one, {@code __other__}
 * @param journal where they lie while the database is away
 * @param retention how long they are kept
 */
public record RecordingSettings(
        Duration flushInterval, int maxOperations, JournalSettings journal, RetentionSettings retention) {
    private static final int BYTES_PER_MEBIBYTE = 1 << 20;

    /**
     * Where recordings lie while the database is away.
     *
     * @param folder empty for the one in the data folder
     * @param maxMebibytes how much of the disk they may take
     */
    public record JournalSettings(boolean enabled, String folder, int maxMebibytes) {
        private static final Kind<String> FOLDER = Kind.text(
                "a path of the file system, or empty for the folder journal in the data folder", "|\\S[^\\x00]*");

        static JournalSettings read(Section section) {
            return new JournalSettings(
                    section.value("enabled", Kind.bool(), true),
                    section.value("folder", FOLDER, ""),
                    section.value("max-size-mib", Kind.wholeNumber(1, 1_000_000), 256));
        }

        /** Its folder, when the data are in that one. */
        public Path in(Path data) {
            return folder.isEmpty() ? data.resolve("journal") : Path.of(folder);
        }

        public long maxBytes() {
            return (long) maxMebibytes * BYTES_PER_MEBIBYTE;
        }
    }

    static RecordingSettings read(Section section) {
        return new RecordingSettings(
                section.value("flush-interval", Kind.duration("10ms", "1m"), Duration.ofMillis(100)),
                section.value("max-operations", Kind.wholeNumber(1, 1_000_000), 5_000),
                JournalSettings.read(section.section("journal")),
                RetentionSettings.read(section.section("retention")));
    }
}
