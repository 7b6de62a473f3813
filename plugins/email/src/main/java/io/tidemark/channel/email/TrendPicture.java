package io.tidemark.channel.email;

import io.tidemark.channel.Text;
import io.tidemark.channel.Trend;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The last values as a picture: a line, the normal band behind it, the last value marked. It has a white ground of its own,
 * so that it can be read in a dark client as well. The same trend gives the same bytes on the same machine.
 */
final class TrendPicture {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 210;
    /** Twice as many dots as are shown, for screens that have them. */
    private static final int DENSITY = 2;

    private static final Rectangle2D PLOT = new Rectangle2D.Double(84, 36, 460, 136);
    private static final Color BAND = new Color(0xdcefe1);
    private static final Color GRID = new Color(0xe6e9ec);
    private static final Color PALE = new Color(0x5f6973);
    private static final Color LINE = new Color(0x3d4852);
    private static final int LONGEST_LABEL = 12;

    private final Trend trend;
    private final List<Double> values;
    private final Scale scale;
    private final Graphics2D graphics;
    private final Lettering lettering;

    private TrendPicture(Trend trend, List<Double> values, Graphics2D graphics) {
        this.trend = trend;
        this.values = values;
        this.scale = Scale.of(trend, values);
        this.graphics = graphics;
        this.lettering = Lettering.on(graphics);
    }

    /** A PNG whose last point has this colour; empty if there is nothing to be drawn. */
    static Optional<byte[]> png(Trend trend, String colour) {
        List<Double> values = Figures.drawable(trend);
        if (values.isEmpty() || !Scale.of(trend, values).isUsable()) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(WIDTH * DENSITY, HEIGHT * DENSITY, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(DENSITY, DENSITY);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            new TrendPicture(trend, values, graphics).draw(Color.decode(colour));
        } finally {
            graphics.dispose();
        }
        return Optional.of(encoded(image));
    }

    private void draw(Color colour) {
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        band();
        axis();
        line();
        last(colour);
    }

    private void band() {
        double top = y(trend.high());
        graphics.setColor(BAND);
        graphics.fill(new Rectangle2D.Double(PLOT.getX(), top, PLOT.getWidth(), Math.max(1, y(trend.low()) - top)));
    }

    private void axis() {
        for (double mark : scale.marks()) {
            graphics.setColor(GRID);
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(new Line2D.Double(PLOT.getX(), y(mark), PLOT.getMaxX(), y(mark)));
            graphics.setColor(PALE);
            lettering.endAt(label(mark), PLOT.getX() - 8, y(mark) + 5);
        }
        double below = PLOT.getMaxY() + 26;
        lettering.startAt(values.size() == 1 ? "" : values.size() - 1 + " before", PLOT.getX(), below);
        lettering.endAt("last", PLOT.getMaxX(), below);
        graphics.setColor(BAND);
        graphics.fill(new Rectangle2D.Double(PLOT.getCenterX() - 104, below - 11, 20, 13));
        graphics.setColor(PALE);
        lettering.startAt(normal(), PLOT.getCenterX() - 78, below);
    }

    private String normal() {
        return Text.cut("normal " + Figures.text(trend.low()) + " to " + label(trend.high()), 2 * LONGEST_LABEL);
    }

    private void line() {
        Path2D path = new Path2D.Double();
        path.moveTo(x(0), y(values.get(0)));
        for (int i = 1; i < values.size(); i++) {
            path.lineTo(x(i), y(values.get(i)));
        }
        graphics.setColor(LINE);
        graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    private void last(Color colour) {
        int index = values.size() - 1;
        double x = x(index);
        double y = y(values.get(index));
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(x - 7, y - 7, 14, 14));
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
        lettering.boldEndAt(label(values.get(index)), PLOT.getMaxX(), y - 13);
    }

    private String label(double value) {
        return Text.cut(Figures.text(value) + " " + trend.unit(), LONGEST_LABEL);
    }

    private double x(int index) {
        double inset = 10;
        double share = values.size() == 1 ? 1 : (double) index / (values.size() - 1);
        return PLOT.getX() + inset + share * (PLOT.getWidth() - 2 * inset);
    }

    private double y(double value) {
        return PLOT.getMaxY() - scale.share(value) * PLOT.getHeight();
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Given only a stream, ImageIO would want a file to buffer in.
        try (ImageOutputStream memory = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", memory);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory cannot fail", impossible);
        }
        return bytes.toByteArray();
    }
}
