package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.ChannelFactory;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.slf4j.LoggerFactory;

/** A jar whose sources are compiled when it is written. */
final class PluginJar {
    private static final String SERVICE = "META-INF/services/" + ChannelFactory.class.getName();

    private final String name;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();
    private final List<Path> libraries = new ArrayList<>();

    private PluginJar(String name) {
        this.name = name;
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    static PluginJar named(String name) {
        return new PluginJar(name);
    }

    PluginJar source(String className, String source) {
        sources.put(className, source);
        return this;
    }

    PluginJar providing(String factoryClass) {
        return file(SERVICE, factoryClass);
    }

    PluginJar file(String path, String text) {
        files.put(path, text);
        return this;
    }

    PluginJar forSpi(String version) {
        manifest.getMainAttributes().putValue("Tidemark-Channel-Spi", version);
        return this;
    }

    PluginJar compiledAgainst(Path library) {
        libraries.add(library);
        return this;
    }

    Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path classes = Files.createTempDirectory(folder, ".classes");
        compileTo(classes);
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                add(
                        entries,
                        classes.relativize(file).toString().replace(File.separatorChar, '/'),
                        Files.readAllBytes(file));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                add(entries, file.getKey(), file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream entries, String path, byte[] bytes) throws IOException {
        entries.putNextEntry(new JarEntry(path));
        entries.write(bytes);
        entries.closeEntry();
    }

    private void compileTo(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none", "-nowarn");
            List<Source> units = sources.entrySet().stream()
                    .map(entry -> new Source(entry.getKey(), entry.getValue()))
                    .toList();
            if (!compiler.getTask(null, files, null, options, null, units).call()) {
                throw new IllegalArgumentException("the sources of " + name + " do not compile");
            }
        }
    }

    private String classPath() {
        return Stream.concat(
                        Stream.of(locationOf(ChannelFactory.class), locationOf(LoggerFactory.class)),
                        libraries.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path locationOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
