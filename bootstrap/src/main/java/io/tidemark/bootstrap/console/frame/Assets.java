package io.tidemark.bootstrap.console.frame;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** The style sheet and the script, each put together from its parts, and the icon, under addresses that change with their content. */
public final class Assets {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String FOLDER = "/io/tidemark/bootstrap/console/";
    private static final int VERSION_BYTES = 8;

    private final Map<String, Asset> assets = Map.of(
            "console.css",
                    Asset.of(
                            "text/css; charset=utf-8",
                            "frame.css",
                            "chart.css",
                            "overview.css",
                            "operation.css",
                            "alerts.css",
                            "merges.css",
                            "traces.css",
                            "correlation.css",
                            "baselines.css",
                            "delivery.css",
                            "quiet.css",
                            "jobs.css",
                            "settings.css"),
            "console.js",
                    Asset.of(
                            "text/javascript; charset=utf-8",
                            "nav.js",
                            "chart.js",
                            "live.js",
                            "actions.js",
                            "matrix.js"),
            "icon.svg", Asset.of("image/svg+xml; charset=utf-8", "icon.svg"));

    /** Where a page finds an asset. */
    public String href(String name) {
        return "/assets/%s/%s".formatted(known(name).version(), name);
    }

    public void serve(Context ctx) {
        Asset asset = known(ctx.pathParam("name"));
        String tag = '"' + asset.version() + '"';
        boolean isCurrent = ctx.pathParam("version").equals(asset.version());
        ctx.header(Header.CACHE_CONTROL, isCurrent ? FOREVER : "no-cache").header(Header.ETAG, tag);
        if (tag.equals(ctx.header(Header.IF_NONE_MATCH))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(asset.type()).result(asset.content());
        }
    }

    private Asset known(String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new NotFoundResponse();
        }
        return asset;
    }

    private record Asset(String type, String version, String content) {
        static Asset of(String type, String... parts) {
            String content = Arrays.stream(parts).map(Asset::load).collect(Collectors.joining("\n"));
            return new Asset(type, version(content), content);
        }

        private static String load(String part) {
            try (InputStream stream = Assets.class.getResourceAsStream(FOLDER + part)) {
                if (stream == null) {
                    throw new IllegalStateException("the jar of the console lacks " + part);
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String version(String content) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
