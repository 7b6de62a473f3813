package io.tidemark.bootstrap.cli;

/** Who runs the command, as the system has it. */
final class Person {
    private Person() {}

    static String name() {
        String name = System.getProperty("user.name", "");
        return name.isBlank() ? "cli" : name;
    }
}
