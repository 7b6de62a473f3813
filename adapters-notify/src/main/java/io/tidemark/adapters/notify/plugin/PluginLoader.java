package io.tidemark.adapters.notify.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the channels. A plugin is a folder of jars in one of the given folders; a channel may also be on the class path.
 * Everything is found before anything is made, and what is wrong with one plugin keeps no other from being found.
 */
public final class PluginLoader {
    private static final Logger LOG = LoggerFactory.getLogger(PluginLoader.class);

    private final LentServices lent;
    private final TimeLimit limit;

    /** @param limit how long finding one plugin, which runs its code, may take */
    public PluginLoader(LentServices lent, TimeLimit limit) {
        this.lent = lent;
        this.limit = limit;
    }

    /** Looks into folders that hold the plugins' folders, {@code roots/<name>/*.jar}. */
    public Plugins load(List<Path> roots) throws InterruptedException {
        return load(roots, Optional.empty());
    }

    /** Looks into folders, and at what the class loader offers: an embedder's own. */
    public Plugins load(List<Path> roots, ClassLoader classPath) throws InterruptedException {
        return load(roots, Optional.of(classPath));
    }

    private Plugins load(List<Path> roots, Optional<ClassLoader> classPath) throws InterruptedException {
        Discovery discovery = new Discovery(limit);
        for (Path root : distinct(roots)) {
            discovery.searchRoot(root);
        }
        if (classPath.isPresent()) {
            discovery.searchClassPath(classPath.get());
        }
        Plugins plugins = new Plugins(discovery, lent);
        plugins.problems().forEach(problem -> LOG.warn("{}", problem, problem.cause()));
        LOG.info("Channel types on offer: {}", plugins.types());
        return plugins;
    }

    /** A folder that is named twice, or by a link, would offer each of its types twice. */
    private static Set<Path> distinct(List<Path> roots) {
        Set<Path> distinct = new LinkedHashSet<>();
        for (Path root : roots) {
            distinct.add(real(root));
        }
        return distinct;
    }

    private static Path real(Path root) {
        try {
            return Files.exists(root) ? root.toRealPath() : root;
        } catch (IOException e) {
            LOG.debug("{} has no real path", root, e);
            return root;
        }
    }
}
