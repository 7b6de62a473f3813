package io.tidemark.bootstrap.console;

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
import java.util.HexFormat;
import java.util.Map;

/** The style sheet, the script and the icon, under addresses that change with their content. */
final class Assets {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final int VERSION_BYTES = 8;

    private final Map<String, Asset> assets = Map.of(
            "console.css", Asset.load("console.css", "text/css; charset=utf-8"),
            "console.js", Asset.load("console.js", "text/javascript; charset=utf-8"),
            "icon.svg", Asset.load("icon.svg", "image/svg+xml; charset=utf-8"));

    /** Where a page finds an asset. */
    String href(String name) {
        return "/assets/%s/%s".formatted(known(name).version(), name);
    }

    void serve(Context ctx) {
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
        static Asset load(String name, String type) {
            try (InputStream stream = Assets.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IllegalStateException("the jar of the console lacks " + name);
                }
                byte[] content = stream.readAllBytes();
                return new Asset(type, version(content), new String(content, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String version(byte[] content) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
