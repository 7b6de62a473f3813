package io.tidemark.bootstrap.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import io.tidemark.bootstrap.file.PrivateFiles;
import io.tidemark.domain.access.TokenHash;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Where a daemon leaves its local token for the commands of whoever owns its data folder: two lines, the token and the one
 * address that it is for. A command shows it there and nowhere else, so that no other program that listens gets to see it.
 */
public final class LocalTokenFile {
    private static final String NAME = "local-token";
    private static final int MOST_BYTES = 1_000;
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Path folder;
    private final Path file;

    private LocalTokenFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
    }

    public static LocalTokenFile in(Path dataFolder) {
        return new LocalTokenFile(dataFolder);
    }

    /**
     * Leaves the token there for its owner alone, in the place of what an earlier run has left.
     *
     * @param address of loopback, such as {@code http://127.0.0.1:7117}
     * @throws IllegalArgumentException for another address: the token would leave the machine
     */
    public void write(LocalToken token, URI address) throws IOException {
        String text = token.reveal() + "\n" + address;
        Offer.parse(text);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        PrivateFiles.write(file, text);
    }

    /** Takes the token away, unless another daemon has left its own there since. */
    public void remove(TokenHash token) throws IOException {
        if (read().offer().filter(left -> left.hash().equals(token)).isPresent()) {
            Files.delete(file);
        }
    }

    /** Looks for what a daemon has left. */
    public LocalTokenReading read() {
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || attributes.permissions().stream().anyMatch(OTHERS::contains)) {
                return LocalTokenReading.unusable(
                        "%s is not used, as it must be a file that its owner alone can read".formatted(file));
            }
            return LocalTokenReading.of(Offer.parse(text()));
        } catch (NoSuchFileException e) {
            return LocalTokenReading.NOTHING;
        } catch (AccessDeniedException e) {
            return LocalTokenReading.unusable("%s belongs to another user".formatted(file));
        } catch (IOException e) {
            return LocalTokenReading.unusable("%s cannot be read: %s".formatted(file, e));
        } catch (IllegalArgumentException e) {
            return LocalTokenReading.unusable("%s is not used: %s".formatted(file, e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private String text() throws IOException {
        try (InputStream in = Channels.newInputStream(Files.newByteChannel(file, Set.of(READ, NOFOLLOW_LINKS)))) {
            return new String(in.readNBytes(MOST_BYTES), US_ASCII);
        }
    }

    /** A token, and the address that it is for. */
    public record Offer(String token, URI address) {
        private static final String TOKEN = "[A-Za-z0-9_-]{20,100}";
        private static final String ADDRESS = "http://(127(\\.\\d{1,3}){3}|\\[::1\\]):\\d{1,5}";

        public Offer {
            if (!token.matches(TOKEN)) {
                throw new IllegalArgumentException("its first line must be a token");
            }
            if (!address.toString().matches(ADDRESS)) {
                throw new IllegalArgumentException(
                        "its second line '%s' must be an address of loopback such as http://127.0.0.1:7117"
                                .formatted(address));
            }
        }

        static Offer parse(String text) {
            List<String> lines = text.lines().toList();
            if (lines.size() != 2) {
                throw new IllegalArgumentException("it must have two lines, a token and an address");
            }
            return new Offer(lines.get(0), URI.create(lines.get(1)));
        }

        /** Whether that names the same server; a name may be looked up to another address, where somebody else listens. */
        public boolean isFor(URI url) {
            return url.equals(address) || url.toString().equals("http://localhost:" + address.getPort());
        }

        TokenHash hash() {
            return TokenHash.of(token);
        }

        @Override
        public String toString() {
            return "Offer[***, " + address + "]";
        }
    }
}
