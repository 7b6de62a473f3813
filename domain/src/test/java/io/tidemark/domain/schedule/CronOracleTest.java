package io.tidemark.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random expressions against cron-utils, in zones whose clocks are never changed: there it knows other rules. */
class CronOracleTest {
    private static final long SEED = 20_261_121;
    private static final int EXPRESSIONS = 2_000;
    private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "JUN", "AUG", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "WED", "SAT");

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kolkata", "America/Bogota"})
    void next_isWhatCronUtilsSays(ZoneId zone) {
        Random random = new Random(SEED);
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        for (int i = 0; i < EXPRESSIONS; i++) {
            String text = expression(random);
            Cron cron = Cron.parse(text);
            ExecutionTime oracle = ExecutionTime.forCron(parser.parse(text));
            Instant after = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(400_000_000));
            for (int step = 0; step < 3; step++) {
                Instant expected = oracle.nextExecution(after.atZone(zone))
                        .map(ZonedDateTime::toInstant)
                        .orElseThrow();
                assertThat(cron.next(after, zone))
                        .as("seed %d, '%s' after %s", SEED, text, after)
                        .contains(expected);
                after = expected;
            }
        }
    }

    /** No day that does not exist in a month, and no star with a step in a day field: cron-utils takes it for restricted. */
    private static String expression(Random random) {
        String month = random.nextInt(4) == 0 ? MONTHS.get(random.nextInt(MONTHS.size())) : field(random, 1, 12, true);
        String week = random.nextInt(4) == 0 ? DAYS.get(random.nextInt(DAYS.size())) : field(random, 0, 7, false);
        return String.join(
                " ", field(random, 0, 59, true), field(random, 0, 23, true), field(random, 1, 28, false), month, week);
    }

    private static String field(Random random, int min, int max, boolean steps) {
        int first = min + random.nextInt(max - min + 1);
        int last = first + random.nextInt(max - first + 1);
        return switch (random.nextInt(steps ? 6 : 5)) {
            case 0, 1 -> "*";
            case 2 -> String.valueOf(first);
            case 3 -> first + "-" + last + (last - first > 2 ? "/2" : "");
            case 4 -> first + "," + last;
            default -> "*/" + (1 + random.nextInt(max - min));
        };
    }
}
