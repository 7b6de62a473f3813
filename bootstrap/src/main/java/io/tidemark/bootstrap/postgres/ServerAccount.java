package io.tidemark.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Who the server runs as. PostgreSQL refuses to run as root. Under root it runs as the owner of the folder; if that is
 * root too, as root without its powers in a user namespace; where the kernel or the container forbids those, as an
 * ordinary account, which is then given the folder.
 *
 * @param prefix the command that comes before every command of PostgreSQL
 * @param user the user to switch to, if it is another one
 */
record ServerAccount(List<String> prefix, OptionalInt user) {
    private static final List<String> ORDINARY = List.of("postgres", "nobody");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int ROOT = 0;

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    static ServerAccount of(ServerFolder folder) throws IOException {
        if (userOf(Path.of("/proc/self")) != ROOT) {
            return new ServerAccount(List.of(), OptionalInt.empty());
        }
        int owner = userOf(folder.root());
        if (owner != ROOT) {
            ServerAccount account = switchedTo(Integer.toString(owner), folder)
                    .orElseThrow(() -> refused(folder, "its owner, user %d, is not in /etc/passwd".formatted(owner)));
            return account.checked("-w", folder.root(), folder);
        }
        ServerAccount confined = new ServerAccount(List.of("unshare", "--user"), OptionalInt.empty());
        return confined.may("-w", folder.root(), folder) ? confined : givenTheFolder(folder);
    }

    Command command(List<String> line) {
        return new Command(Stream.concat(prefix.stream(), line.stream()).toList());
    }

    /** Lets the server read and write what the daemon made. */
    void own(Path path) throws IOException {
        if (user.isPresent()) {
            Files.setAttribute(path, "unix:uid", user.getAsInt());
        }
    }

    private static ServerAccount givenTheFolder(ServerFolder folder) throws IOException {
        for (String name : ORDINARY) {
            Optional<ServerAccount> account = switchedTo(name, folder);
            if (account.isPresent()) {
                account.get().checked("-x", folder.root().resolveSibling("."), folder);
                account.get().ownTree(folder.root());
                return account.get();
            }
        }
        throw refused(folder, "there is no user " + String.join(" or ", ORDINARY));
    }

    private static Optional<ServerAccount> switchedTo(String user, ServerFolder folder) throws IOException {
        Command.Outcome id = new Command(List.of("id", "-u", user)).runIn(folder, LIMIT);
        Command.Outcome group = new Command(List.of("id", "-g", user)).runIn(folder, LIMIT);
        if (!id.succeeded() || !group.succeeded()) {
            return Optional.empty();
        }
        List<String> prefix =
                List.of("setpriv", "--reuid=" + id.output(), "--regid=" + group.output(), "--clear-groups");
        return Optional.of(new ServerAccount(prefix, OptionalInt.of(Integer.parseInt(id.output()))));
    }

    private void ownTree(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.filter(found -> !Files.isSymbolicLink(found)).toList()) {
                own(path);
            }
        }
    }

    private ServerAccount checked(String access, Path path, ServerFolder folder) throws IOException {
        if (!may(access, path, folder)) {
            throw refused(folder, "%s is missing or cannot reach it".formatted(String.join(" ", prefix)));
        }
        return this;
    }

    private boolean may(String access, Path path, ServerFolder folder) throws IOException {
        Command test = command(List.of("test", access, path.toString()));
        return test.isInstalled() && test.runIn(folder, LIMIT).succeeded();
    }

    private static PostgresCannotStartException refused(ServerFolder folder, String reason) {
        return new PostgresCannotStartException(
                ("PostgreSQL refuses to run as root, and no other account can serve the folder %s (%s); run the daemon as an ordinary user, "
                                + "or choose with --data a folder that every user can reach, or use a PostgreSQL of your own with --database-url.")
                        .formatted(folder.root(), reason));
    }

    private static int userOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
