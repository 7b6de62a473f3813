package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.tidemark.bootstrap.otlp.Encoding;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps other people's web pages from using the browser of somebody who can reach this server, logged in or not.
 */
final class RequestGuard {
    /** Asked by orchestrators and collectors, by whatever address they know; nothing there is worth a rebinding. */
    private static final Set<String> FOR_PROBES = Set.of("/health/live", "/health/ready", "/metrics");

    private static final Set<String> FOR_FORMS = Set.of(LoginPages.PATH, LoginPages.OUT, CallbacksApi.SLACK);
    private static final Pattern FORM = Pattern.compile("application/x-www-form-urlencoded(\\s*;.*)?");
    private static final Pattern JSON = Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?\\s*");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Set<String> hosts;

    RequestGuard(HttpSettings settings) {
        hosts = Stream.concat(
                        Stream.of(settings.host(), "localhost", "127.0.0.1", "::1"),
                        settings.guarding().allowedHosts().stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void check(Context ctx) {
        if (FOR_PROBES.contains(ctx.path()) && READING.contains(ctx.method())) {
            return;
        }
        requireKnownHost(ctx);
        if (!READING.contains(ctx.method())) {
            requireSameOrigin(ctx);
            // No form sends a DELETE, and it has no body that would be of a type.
            if (!ctx.method().equals(HandlerType.DELETE)) {
                requireType(ctx);
            }
        }
    }

    /** A name that an attacker points at this address (DNS rebinding) arrives in the Host header; an address cannot. */
    private void requireKnownHost(Context ctx) {
        String host = requireNonNullElse(ctx.header(Header.HOST), "");
        String name = nameOf(host);
        if (!hosts.contains(name) && !ADDRESS.matcher(name).matches()) {
            throw new ProblemException(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "this server does not answer to the host '%s', only to %s: call one of these, or set http.public-url to the address that people use"
                            .formatted(host, String.join(", ", hosts)));
        }
    }

    private static void requireSameOrigin(Context ctx) {
        String origin = ctx.header(Header.ORIGIN);
        if (origin != null && !sameOrigin(origin, requireNonNullElse(ctx.header(Header.HOST), ""))) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "a page of '%s' may not change anything here".formatted(origin));
        }
    }

    /** A form of another site cannot send these types without asking first. */
    private static void requireType(Context ctx) {
        // As it was sent: asked for the content type, Jetty stumbles over a character set that it does not know.
        String type = requireNonNullElse(ctx.header(Header.CONTENT_TYPE), "");
        if (isForForms(ctx.path()) && FORM.matcher(type).matches()) {
            return;
        }
        boolean isProtobuf = ctx.path().equals(TracesApi.PATH) && type.equals(Encoding.PROTOBUF.mediaType());
        if (!isProtobuf && !JSON.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type '%s' must be application/json, in UTF-8%s"
                            .formatted(type, ctx.path().equals(TracesApi.PATH) ? ", or application/x-protobuf" : ""));
        }
    }

    private static boolean isForForms(String path) {
        return FOR_FORMS.contains(path) || path.startsWith(AcknowledgePages.PREFIX);
    }

    private static boolean sameOrigin(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String nameOf(String host) {
        String name = host.startsWith("[") ? host.substring(1).split("]", 2)[0] : host.split(":", 2)[0];
        return name.toLowerCase(Locale.ROOT);
    }
}
