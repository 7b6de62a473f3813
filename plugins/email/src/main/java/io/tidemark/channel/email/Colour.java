package io.tidemark.channel.email;

import io.tidemark.channel.Message;

/** Tells how bad it is. White letters can be read on each of them (a contrast of 4.5 and more). */
final class Colour {
    private Colour() {}

    static String of(Message message) {
        return switch (message.kind()) {
            case RESOLVED -> "#1e7b34";
            case ACKNOWLEDGED -> "#5f6973";
            case FIRING, DIGEST, TEST -> of(message.severity());
        };
    }

    private static String of(Message.Severity severity) {
        return switch (severity) {
            case INFO -> "#1f6feb";
            case WARNING -> "#9a5b00";
            case CRITICAL -> "#c62828";
        };
    }
}
