package io.tidemark.bootstrap.console.frame;

import io.tidemark.domain.timing.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What went wrong in a run, in a line. */
public final class ErrorText {
    private ErrorText() {}

    /** Its message, or else its plain members; empty when nothing went wrong. */
    public static String of(@Nullable JsonObject error) {
        if (error == null) {
            return "";
        }
        Map<String, String> members = error.scalars();
        String message = members.get("message");
        if (message != null) {
            return message;
        }
        return members.isEmpty()
                ? "failed"
                : members.entrySet().stream()
                        .map(member -> member.getKey() + ": " + member.getValue())
                        .collect(Collectors.joining(", "));
    }
}
