package io.tidemark.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.port.Upkeep;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HousekeeperTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final AtomicInteger folds = new AtomicInteger();
    private final AtomicInteger drops = new AtomicInteger();

    @Test
    void housekeeper_foldsAndDropsAtTheStart() {
        try (Housekeeper housekeeper = Housekeeper.start(keeping(folds::incrementAndGet), true)) {
            await().until(() -> folds.get() == 1 && drops.get() == 1);
            assertThat(housekeeper).isNotNull();
        }
    }

    @Test
    void housekeeper_foldsAgain() {
        try (Housekeeper housekeeper = Housekeeper.start(keeping(folds::incrementAndGet), true, AT_ONCE)) {
            await().until(() -> folds.get() > 1);
            assertThat(housekeeper).isNotNull();
        }
    }

    @Test
    void housekeeper_leavesDroppingToTheJob() {
        try (Housekeeper housekeeper = Housekeeper.start(keeping(folds::incrementAndGet), false, AT_ONCE)) {
            await().until(() -> folds.get() > 1);
            assertThat(housekeeper).isNotNull();
        }
        assertThat(drops).hasValue(0);
    }

    @Test
    void close_doesNotWaitForWorkUnderWay() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Housekeeper housekeeper = Housekeeper.start(
                keeping(() -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                }),
                true);
        await().until(() -> begun.getCount() == 0);

        housekeeper.close();

        await().until(() -> interrupted.getCount() == 0);
        assertThat(drops).hasValue(0);
    }

    private Upkeep keeping(Runnable fold) {
        return new Upkeep() {
            @Override
            public void fold() {
                fold.run();
            }

            @Override
            public void dropOutdated() {
                drops.incrementAndGet();
            }
        };
    }
}
