package io.tidemark.bootstrap.cli;

/** Who runs the command, as the system has it. */
public final class Person {
    private Person() {}

    public static String name() {
        String name = System.getProperty("user.name", "");
        return name.isBlank() ? "cli" : name;
    }
}
