package io.tidemark.application.journal;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.TimingBatch;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores batches while the storage is there, and keeps them on disk, in order, while it is not, or does not answer soon.
 * One thread talks to the storage: it is handed a batch directly while nothing lies on disk, and works off what does. What
 * an earlier run left on disk is stored first.
 *
 * <p>A batch counts as safe when the disk has it, and is taken off after it was stored. So one may be stored twice when
 * the process is killed in between, which its id makes harmless.
 */
public final class Journal implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);

    /** How long the storage may take before a batch goes to the disk: recordings pile up meanwhile. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition toDo = lock.newCondition();
    private final Condition done = lock.newCondition();
    private final JournalSettings settings;
    private final JournalFolder folder;
    private final Sieve sieve;
    private final Outcomes outcomes;
    private final Thread thread;
    private @Nullable Work direct;
    private boolean away;
    private boolean closing;
    private boolean closed;
    private volatile long timings;

    private Journal(JournalSettings settings, JournalFolder folder, TimingLog storage, Outcomes outcomes) {
        this.settings = settings;
        this.folder = folder;
        this.sieve = new Sieve(storage);
        this.outcomes = outcomes;
        this.timings = folder.timings();
        this.thread = new Thread(this::run, "tidemark-journal");
        thread.setDaemon(true);
    }

    /**
     * Opens the journal, and starts to store what an earlier run left in it.
     *
     * @param outcomes is told, from another thread, of what lay on disk
     * @param damaged is told how many timings were lost with parts of the journal that cannot be read
     * @throws StorageException when the folder cannot be read or written, or is in use: lasting
     */
    public static Journal open(JournalSettings settings, TimingLog storage, Outcomes outcomes, LongConsumer damaged) {
        JournalFolder folder = JournalFolder.open(settings, damaged);
        if (!folder.isEmpty()) {
            LOG.info("{} timings of an earlier run are in the journal {}", folder.timings(), settings.folder());
        }
        Journal journal = new Journal(settings, folder, storage, outcomes);
        journal.thread.start();
        return journal;
    }

    @Override
    public void append(TimingBatch batch, Outcomes told) {
        lock.lock();
        try {
            requireOpen();
            if (direct == null && !folder.isEmpty()) {
                keep(batch);
            } else {
                store(work(batch), told);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many timings are safe on disk, and not stored yet. */
    public long timings() {
        return timings;
    }

    /**
     * Stores what is on disk, unless the storage is away, and ends; what cannot be stored in that time stays on disk for
     * the next run. Takes nothing from now on.
     */
    public void close(Duration timeout) {
        lock.lock();
        try {
            closing = true;
            toDo.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeFolder();
        // A storage that does not answer keeps nobody waiting; it may heed an interrupt.
        thread.interrupt();
    }

    private void closeFolder() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                folder.close();
            }
        } catch (IOException e) {
            LOG.warn("The journal {} could not be closed properly", settings.folder(), e);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closing) {
            throw StorageException.passing("the journal %s is closed".formatted(settings.folder()), null);
        }
    }

    /** Hands the batch to the thread, anew or once more. */
    private Work work(TimingBatch batch) {
        Work work = direct;
        if (work == null || !work.isOf(batch)) {
            work = Work.handedIn(batch);
            direct = work;
        } else if (work.failure() != null) {
            work.again();
        }
        toDo.signalAll();
        return work;
    }

    private void store(Work work, Outcomes told) {
        if (isDoneSoon(work)) {
            work.tell(told);
            if (work.failure() != null) {
                keep(work.batch());
            }
        } else {
            keep(work.batch());
            work.putOnDisk();
        }
        direct = null;
    }

    private boolean isDoneSoon(Work work) {
        try {
            long left = PATIENCE.toNanos();
            while (!work.isDone() && left > 0) {
                left = done.awaitNanos(left);
            }
            return work.isDone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StorageException.passing("interrupted before the batch was stored", e);
        }
    }

    private void keep(TimingBatch batch) {
        try {
            folder.append(batch);
            timings = folder.timings();
            toDo.signalAll();
        } catch (IOException e) {
            throw StorageException.passing(
                    "the journal %s takes nothing: %s".formatted(settings.folder(), e.getMessage()), e);
        }
    }

    private void run() {
        try {
            for (Work work = next(); work != null; work = next()) {
                StorageException failure = attempt(work);
                settle(work, failure);
            }
        } catch (InterruptedException e) {
            LOG.debug("The journal was closed while it was at work", e);
        }
    }

    /** What to do next; null when it is time to end. */
    private @Nullable Work next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                if (direct != null && !direct.isDone()) {
                    return direct;
                }
                TimingBatch head = closing && away ? null : head();
                if (head != null) {
                    return Work.onDisk(head);
                }
                if (closing) {
                    return null;
                }
                toDo.await();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable TimingBatch head() {
        try {
            return folder.head();
        } catch (IOException e) {
            LOG.error("The journal {} cannot be read", settings.folder(), e);
            return null;
        }
    }

    private @Nullable StorageException attempt(Work work) {
        try {
            sieve.append(work.batch(), work);
            return null;
        } catch (StorageException e) {
            return e;
        }
    }

    private void settle(Work work, @Nullable StorageException failure) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            work.done(failure);
            done.signalAll();
            if (work.isOnDisk() && !closed) {
                settleOnDisk(work);
            }
            if (failure == null) {
                comeBack();
            } else {
                goAway(failure);
                pause();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Taken off first, told then: nothing is counted twice in between. */
    private void settleOnDisk(Work work) {
        if (work.failure() == null) {
            try {
                folder.removeHead();
            } catch (IOException e) {
                LOG.error("The journal {} cannot be read", settings.folder(), e);
            }
            timings = folder.timings();
        }
        work.tell(outcomes);
    }

    private void pause() throws InterruptedException {
        long left = PAUSE_WHILE_AWAY.toNanos();
        while (left > 0 && !closing) {
            left = toDo.awaitNanos(left);
        }
    }

    private void goAway(StorageException why) {
        if (!away) {
            away = true;
            LOG.warn(
                    "The storage is away: timings are kept in the journal {} until it is back", settings.folder(), why);
        }
    }

    private void comeBack() {
        if (away) {
            away = false;
            LOG.info("The storage is back; {} timings in the journal are stored now", folder.timings());
        }
    }
}
