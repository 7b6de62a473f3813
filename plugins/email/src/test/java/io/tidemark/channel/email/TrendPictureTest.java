package io.tidemark.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Trend;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendPictureTest {
    private static final String RED = "#c62828";
    private static final int RED_DOT = 0xffc62828;
    private static final int WHITE = 0xffffffff;

    private static final Trend TREND = new Trend(List.of(101.0, 98.5, 130.0, 412.0), 95, 160, "ms");

    @Test
    void picture_hasItsOwnGroundAndTheLastPointInTheColour() throws IOException {
        BufferedImage image = image(TREND);
        assertThat(image.getRGB(0, 0)).isEqualTo(WHITE);
        // 412 of 500, ten from the right edge of the plot, at twice the size.
        assertThat(image.getRGB(534 * 2, (int) ((172 - 412 / 500.0 * 136) * 2))).isEqualTo(RED_DOT);
    }

    @Test
    void picture_isTheSameForTheSameTrend() {
        assertThat(TrendPicture.png(TREND, RED).orElseThrow())
                .isEqualTo(TrendPicture.png(TREND, RED).orElseThrow());
    }

    @Test
    void picture_ofOneValueIsAPoint() throws IOException {
        assertThat(image(new Trend(List.of(5.0), 5, 5, "ms")).getWidth()).isEqualTo(1_120);
    }

    @Test
    void picture_ofNothingIsNone() {
        assertThat(TrendPicture.png(new Trend(List.of(), 1, 2, "ms"), RED)).isEmpty();
        assertThat(TrendPicture.png(new Trend(List.of(Double.NaN, Double.POSITIVE_INFINITY), 1, 2, "ms"), RED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "-5,-10,-1",
        "1e-300,0,1e-300",
        "1e300,-1e300,1e300",
        "1.7e308,-1.7e308,1.7e308",
        "5,-Infinity,Infinity",
        "1e15,0,1",
        "4.9e-324,0,4.9e-324"
    })
    void picture_survivesAnyNumbers(double value, double low, double high) {
        Trend trend = new Trend(List.of(value, value, 0.0), low, high, "furlongs per fortnight");
        assertThat(TrendPicture.png(trend, RED))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        some -> assertThat(some).isPresent());
    }

    @Test
    void picture_ofManyValuesShowsTheLast() {
        List<Double> many = java.util.stream.IntStream.range(0, 10_000)
                .mapToObj(number -> (double) number)
                .toList();
        assertThat(Figures.drawable(new Trend(many, 0, 1, "ms"))).hasSize(200).endsWith(9_999.0);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "412,412",
        "98.54321,98.5",
        "0.01234,0.0123",
        "1234.5,1234",
        "1500000,1500000",
        "-3.14159,-3.14",
        "10,10"
    })
    void number_isShort(double value, String text) {
        assertThat(Figures.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"412,0,500,100", "5,0,5,1", "0.75,0,0.8,0.2", "-7,-8,0,2", "0,0,1,1"})
    void scale_hasRoundNumbers(double value, double low, double high, double step) {
        Scale scale = Scale.of(new Trend(List.of(value), value, value, "ms"), List.of(value));
        assertThat(scale.low()).isEqualTo(low);
        assertThat(scale.step()).isEqualTo(step);
        assertThat(scale.high()).isEqualTo(high);
        assertThat(scale.marks()).hasSizeBetween(2, 12);
    }

    private static BufferedImage image(Trend trend) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(TrendPicture.png(trend, RED).orElseThrow()));
    }
}
