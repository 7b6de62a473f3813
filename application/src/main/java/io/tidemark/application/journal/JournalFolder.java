package io.tidemark.application.journal;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.TimingBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Batches on disk: added at the end, taken from the front, up to a bound. For one thread at a time. */
final class JournalFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final Pattern SEGMENT = Pattern.compile("(\\d{16})\\.journal");
    private static final long MAX_SEGMENT_BYTES = 8L << 20;
    private static final int SEGMENTS = 8;

    private final JournalSettings settings;
    private final FolderLock lock;
    private final Position position;
    private final LongConsumer damaged;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private long nextNumber;
    /** Whether the last segment is of this run: others may end in a record that was cut off. */
    private boolean isOpenAtTheEnd;

    private long place;
    private @Nullable Head head;
    private long timings;

    private record Head(TimingBatch batch, long next) {}

    private JournalFolder(JournalSettings settings, FolderLock lock, Position position, LongConsumer damaged) {
        this.settings = settings;
        this.lock = lock;
        this.position = position;
        this.damaged = damaged;
    }

    /**
     * Opens what an earlier run left, or makes a new one.
     *
     * @param damaged is told how many timings were lost with damaged records
     * @throws StorageException when it cannot be read or written, or is in use: lasting
     */
    static JournalFolder open(JournalSettings settings, LongConsumer damaged) {
        Path folder = settings.folder();
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.of(folder);
            JournalFolder opened = new JournalFolder(settings, lock, Position.open(folder), damaged);
            try {
                opened.readAll();
                return opened;
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (IOException e) {
            throw StorageException.lasting(
                    "The journal in %s cannot be opened (%s): it must be a folder that this user may read and write"
                            .formatted(folder, e),
                    e);
        }
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** The batch that was added first; null when there is none. */
    @Nullable
    TimingBatch head() throws IOException {
        findHead();
        return head == null ? null : head.batch;
    }

    /** How many timings there are. */
    long timings() {
        return timings;
    }

    /**
     * Adds a batch, and returns when it is on the disk.
     *
     * @throws IOException when it is not: there is no room, or the disk cannot be written
     */
    void append(TimingBatch batch) throws IOException {
        byte[] content = BatchFormat.write(batch);
        long bytes = segments.stream().mapToLong(Segment::end).sum() + Segment.sizeOf(content) + Segment.FILE_HEADER;
        if (bytes > settings.maxBytes()) {
            throw new IOException("it is full: it may take %d bytes".formatted(settings.maxBytes()));
        }
        segmentFor(content).append(content, batch.size());
        timings += batch.size();
    }

    /** Takes out the batch that was added first. */
    void removeHead() throws IOException {
        findHead();
        if (head != null) {
            timings -= head.batch.size();
            place = head.next;
            head = null;
            notePosition();
            findHead();
        }
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.close();
        }
        position.close();
        lock.close();
    }

    private void notePosition() {
        try {
            position.set(segments.getFirst().number(), place);
        } catch (IOException e) {
            LOG.debug("The position in the journal cannot be noted: some of it is stored again after a restart", e);
        }
    }

    private Segment segmentFor(byte[] content) throws IOException {
        long size = Math.min(MAX_SEGMENT_BYTES, settings.maxBytes() / SEGMENTS);
        Segment last = segments.peekLast();
        if (!isOpenAtTheEnd || last == null || last.end() + Segment.sizeOf(content) > size) {
            last = Segment.create(settings.folder(), nextNumber);
            nextNumber++;
            segments.add(last);
            isOpenAtTheEnd = true;
        }
        return last;
    }

    private void readAll() throws IOException {
        // A number that was used before would take over its position.
        nextNumber = position.segment() + 1;
        for (long number : numbersIn(settings.folder())) {
            segments.add(Segment.open(settings.folder(), number));
            nextNumber = Math.max(nextNumber, number + 1);
        }
        if (!segments.isEmpty()) {
            place = position.in(segments.getFirst().number());
            countAll();
            findHead();
        }
    }

    private void countAll() throws IOException {
        long from = Math.max(place, Segment.FILE_HEADER);
        for (Segment segment : segments) {
            while (segment.at(from) instanceof Segment.Found found) {
                timings += found.content() == null ? 0 : found.timings();
                from = found.next();
            }
            from = Segment.FILE_HEADER;
        }
    }

    /** Goes on to the first record that can be read; drops the segments that are behind. */
    private void findHead() throws IOException {
        while (head == null && !segments.isEmpty()) {
            Segment segment = segments.getFirst();
            place = Math.max(place, Segment.FILE_HEADER);
            Segment.Entry entry = segment.at(place);
            if (entry instanceof Segment.Found found) {
                head = headOf(segment, found);
                place = head == null ? found.next() : place;
            } else {
                drop(segment, entry);
            }
        }
    }

    private @Nullable Head headOf(Segment segment, Segment.Found found) throws IOException {
        try {
            if (found.content() != null) {
                return new Head(BatchFormat.read(found.content()), found.next());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("A record of the journal {} cannot be understood", segment.file(), e);
            timings -= found.timings();
        }
        LOG.warn(
                "{} timings in the journal were damaged, and are lost. Kept aside: {}",
                found.timings(),
                segment.setAside(place, found.next()));
        damaged.accept(found.timings());
        return null;
    }

    private void drop(Segment segment, Segment.Entry entry) throws IOException {
        if (entry instanceof Segment.Unreadable) {
            LOG.warn(
                    "The rest of the journal {} is damaged, {} bytes: the timings in it are lost. Kept aside: {}",
                    segment.file(),
                    segment.end() - place,
                    segment.setAside(place, segment.end()));
            damaged.accept(1);
        } else if (entry instanceof Segment.End end && end.bytesCutOff() > 0) {
            LOG.warn(
                    "The journal {} ends in {} bytes that were cut off while they were written: left out, as nobody was"
                            + " told that they are safe",
                    segment.file(),
                    end.bytesCutOff());
        }
        segments.removeFirst();
        segment.delete();
        isOpenAtTheEnd = isOpenAtTheEnd && !segments.isEmpty();
        place = 0;
    }

    private static List<Long> numbersIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> SEGMENT.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }
}
