package io.tidemark.bootstrap.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which Tidemark this is. */
public final class Version implements IVersionProvider {
    /** The number that the jar carries. */
    public static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(not packed)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"tidemark " + number() + ", Java " + Runtime.version()};
    }
}
