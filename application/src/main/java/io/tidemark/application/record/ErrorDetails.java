package io.tidemark.application.record;

import io.tidemark.domain.timing.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of an exception: its class and its message, both bounded, and no stack trace. */
final class ErrorDetails {
    private static final int MAX_CLASS_NAME = 200;
    private static final int MAX_MESSAGE = 1_000;

    private ErrorDetails() {}

    static JsonObject of(Throwable error) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("class", bounded(error.getClass().getName(), MAX_CLASS_NAME));
        String message = message(error);
        if (message != null) {
            members.put("message", bounded(message, MAX_MESSAGE));
        }
        return JsonObject.of(members);
    }

    private static @Nullable String message(Throwable error) {
        try {
            return error.getMessage();
        } catch (RuntimeException e) {
            // Whoever waits for the error must get that one, not one about its message.
            return "no message: getMessage() failed with " + e.getClass().getName();
        }
    }

    private static String bounded(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "…";
    }
}
