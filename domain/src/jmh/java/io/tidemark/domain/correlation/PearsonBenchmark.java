package io.tidemark.domain.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pearson's coefficient of all pairs of series, a day of minutes each: ours, against Apache Commons Math and a plain loop
 * over series of mean 0 and length 1. The rivals know no gaps, and take what is missing for 0.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class PearsonBenchmark {
    private static final int MINUTES = 1_440;

    /** 33 make 528 pairs. */
    @Param({"33", "1000"})
    int series;

    /** What share of the minutes of each series has no value. */
    @Param({"0", "0.1"})
    double missing;

    private List<double[]> values = List.of();
    private double[][] rows = {};

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        values = IntStream.range(0, series)
                .mapToObj(i -> random.doubles(MINUTES)
                        .map(value -> random.nextDouble() < missing ? Double.NaN : 1_000 * (1 + value))
                        .toArray())
                .toList();
        rows = new double[MINUTES][series];
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int i = 0; i < series; i++) {
                double value = values.get(i)[minute];
                rows[minute][i] = Double.isNaN(value) ? 0 : value;
            }
        }
    }

    @Benchmark
    public double tidemark() {
        Sum sum = new Sum();
        Pearson.ofAllPairs(values, sum);
        return sum.coefficients;
    }

    @Benchmark
    public double commonsMath() {
        return new PearsonsCorrelation().computeCorrelationMatrix(rows).getEntry(0, 1);
    }

    @Benchmark
    public double plainLoop() {
        double[][] units = values.stream()
                .map(one -> Arrays.stream(one).map(value -> Double.isNaN(value) ? 0 : value).toArray())
                .map(UnitSeries::unit)
                .toArray(double[][]::new);
        double coefficients = 0;
        for (int one = 0; one < units.length; one++) {
            for (int other = 0; other < one; other++) {
                double product = 0;
                for (int minute = 0; minute < MINUTES; minute++) {
                    product += units[one][minute] * units[other][minute];
                }
                coefficients += product;
            }
        }
        return coefficients;
    }

    private static final class Sum implements Pearson.Visitor {
        private double coefficients;

        @Override
        public void see(int one, int other, double coefficient, int steps) {
            coefficients += coefficient;
        }
    }
}
