package io.tidemark.bootstrap.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;

@Command(
        name = "create",
        description =
                "Makes a token. It is printed once, and cannot be shown again. From the first one on, all callers need one.",
        footer = {
            "%nExamples:",
            "  tidemark tokens create ada --role admin",
            "  tidemark tokens create ci --role recorder --expires 30d"
        })
final class TokensCreateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Whom it stands for.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "viewer, recorder (hands in recordings and sees nothing), operator or admin.")
    private String role = "";

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            converter = Life.class,
            description = "After how long it expires, such as 30d or 12h; never if left out.")
    private @Nullable Duration expires;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var wanted = new LinkedHashMap<String, @Nullable Object>();
        wanted.put("name", name);
        wanted.put("role", role);
        wanted.put("expiresInSeconds", expires == null ? null : expires.toSeconds());
        wanted.put("by", Person.name());
        return conversation.show(conversation.client().post("/api/v1/tokens", wanted), TokensCreateCommand::lines);
    }

    private static List<String> lines(JsonNode issued) {
        return List.of(
                Text.of(issued, "token", "?"),
                "Keep it now: it is not shown again. Use it as TIDEMARK_TOKEN, with --token, or to log in to the console.");
    }

    private static final class Life implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[0-9]{1,5}[smhdSMHD]")) {
                throw new TypeConversionException("'" + text + "' must be like 30d, 12h, 15m or 90s");
            }
            var written = text.toUpperCase(Locale.ROOT);
            return Duration.parse(written.endsWith("D") ? "P" + written : "PT" + written);
        }
    }
}
