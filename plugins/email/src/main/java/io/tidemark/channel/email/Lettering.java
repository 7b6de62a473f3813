package io.tidemark.channel.email;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Writes into a picture; does nothing on a machine without fonts, where the mail's text has to do. */
final class Lettering {
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 15);

    private final Graphics2D graphics;
    private final boolean possible;

    private Lettering(Graphics2D graphics, boolean possible) {
        this.graphics = graphics;
        this.possible = possible;
    }

    static Lettering on(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return new Lettering(graphics, canWriteOn(graphics));
    }

    void startAt(String text, double x, double y) {
        write(text, PLAIN, x, y, 0);
    }

    void endAt(String text, double x, double y) {
        write(text, PLAIN, x, y, 1);
    }

    void boldEndAt(String text, double x, double y) {
        write(text, BOLD, x, y, 1);
    }

    /** The share of the text's width that stands left of x. */
    private void write(String text, Font font, double x, double y, double share) {
        if (possible && !text.isEmpty()) {
            double width = graphics.getFontMetrics(font).stringWidth(text);
            graphics.setFont(font);
            graphics.drawString(text, (float) (x - share * width), (float) y);
        }
    }

    /** Java reports missing fonts, or a missing font library, as an error of its own machinery. */
    private static boolean canWriteOn(Graphics2D graphics) {
        try {
            return graphics.getFontMetrics(PLAIN).stringWidth("0") > 0;
        } catch (InternalError | LinkageError | RuntimeException noFonts) {
            return false;
        }
    }
}
