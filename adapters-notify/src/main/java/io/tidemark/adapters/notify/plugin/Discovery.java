package io.tidemark.adapters.notify.plugin;

import io.tidemark.adapters.notify.plugin.PluginProblem.Kind;
import io.tidemark.channel.ChannelFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Gathers what plugins offer, and what is wrong with those that offer nothing. For one thread. */
final class Discovery {
    private static final String CLASS_PATH = "class path";

    private final TimeLimit limit;
    private final List<Offer> offers = new ArrayList<>();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final List<PluginClassLoader> loaders = new ArrayList<>();

    Discovery(TimeLimit limit) {
        this.limit = limit;
    }

    void searchRoot(Path root) throws InterruptedException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.sorted().toList()) {
                searchEntry(entry);
            }
        } catch (IOException e) {
            String message =
                    "the folder of plugins " + root + " cannot be read; create it or take it out of the settings";
            problems.add(new PluginProblem(Kind.UNREADABLE_ROOT, root.toString(), "", message, e));
        }
    }

    void searchClassPath(ClassLoader loader) throws InterruptedException {
        try {
            for (ServiceLoader.Provider<ChannelFactory> provider :
                    onPluginThread(loader, () -> Providers.declaredIn(loader))) {
                searchProvider(provider, loader);
            }
        } catch (PluginThrewException | TimeoutException e) {
            problems.add(problemOnClassPath(CLASS_PATH, e));
        }
    }

    /** Takes every type out that several plugins offer, so that none of them is taken by chance. */
    Map<String, Offer> unambiguousOffers() {
        Map<String, List<Offer>> byType = new TreeMap<>();
        offers.forEach(offer ->
                byType.computeIfAbsent(offer.type(), type -> new ArrayList<>()).add(offer));
        Map<String, Offer> unambiguous = new LinkedHashMap<>();
        byType.forEach((type, same) -> {
            if (same.size() == 1) {
                unambiguous.put(type, same.get(0));
            } else {
                problems.add(sameType(type, same));
            }
        });
        return unambiguous;
    }

    List<PluginProblem> problems() {
        return List.copyOf(problems);
    }

    List<PluginClassLoader> loaders() {
        return List.copyOf(loaders);
    }

    private void searchEntry(Path entry) throws IOException, InterruptedException {
        if (PluginFolder.isJar(entry)) {
            problems.add(looseJar(entry));
        } else if (Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".")) {
            searchFolder(PluginFolder.at(entry));
        }
    }

    private void searchFolder(PluginFolder folder) throws IOException, InterruptedException {
        try {
            PluginClassLoader loader = folder.open();
            loaders.add(loader);
            offers.addAll(offersOf(folder, loader));
        } catch (PluginProblemException e) {
            problems.add(e.problem());
        }
    }

    private List<Offer> offersOf(PluginFolder folder, PluginClassLoader loader)
            throws PluginProblemException, InterruptedException {
        try {
            List<Offer> found = onPluginThread(
                    loader, () -> Providers.ownOf(loader, folder.path().toString()));
            if (found.isEmpty()) {
                throw folder.problem(
                        Kind.NO_PROVIDER,
                        "offers no channel: its jars " + folder.jarNames() + " name no factory",
                        null);
            }
            return found;
        } catch (PluginThrewException e) {
            String sentence =
                    "has a channel factory that cannot be used (jars " + folder.jarNames() + "): " + why(e.thrown());
            throw folder.problem(Kind.BAD_PROVIDER, sentence, e.thrown());
        } catch (TimeoutException e) {
            throw folder.problem(Kind.OVERDUE, "has a channel factory that " + e.getMessage() + " from being made", e);
        }
    }

    private void searchProvider(ServiceLoader.Provider<ChannelFactory> provider, ClassLoader loader)
            throws InterruptedException {
        String name = provider.type().getName();
        try {
            offers.add(onPluginThread(loader, () -> Providers.offer(provider, name + " on the class path")));
        } catch (PluginThrewException | TimeoutException e) {
            problems.add(problemOnClassPath(name, e));
        }
    }

    private <T> T onPluginThread(ClassLoader loader, Callable<T> code)
            throws InterruptedException, PluginThrewException, TimeoutException {
        return PluginCall.run("discovery", loader, limit, code);
    }

    private static PluginProblem problemOnClassPath(String what, Exception e) {
        boolean overdue = e instanceof TimeoutException;
        Throwable cause = e instanceof PluginThrewException threw ? threw.thrown() : e;
        String message = "the channel factory " + what + " on the class path cannot be used: " + why(cause);
        return new PluginProblem(overdue ? Kind.OVERDUE : Kind.BAD_PROVIDER, CLASS_PATH, "", message, cause);
    }

    /** What ServiceLoader says, and what the plugin threw behind it. */
    private static String why(Throwable thrown) {
        Throwable behind = thrown instanceof ServiceConfigurationError ? thrown.getCause() : null;
        return behind == null ? thrown.toString() : thrown.getMessage() + ", because of " + behind;
    }

    private static PluginProblem sameType(String type, List<Offer> same) {
        List<String> origins = same.stream().map(Offer::origin).toList();
        String message = "the channel type '" + type + "' is offered " + origins.size() + " times, by "
                + String.join(" and by ", origins) + "; remove all but one";
        return new PluginProblem(Kind.SAME_TYPE, String.join(", ", origins), type, message, null);
    }

    private static PluginProblem looseJar(Path jar) {
        String file = jar.getFileName().toString();
        String name = file.substring(0, file.length() - ".jar".length());
        String message = "the jar " + jar + " is in no plugin's folder; move it to "
                + jar.resolveSibling(name).resolve(file);
        return new PluginProblem(Kind.LOOSE_JAR, file, name, message, null);
    }
}
