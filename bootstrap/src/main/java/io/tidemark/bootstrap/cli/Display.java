package io.tidemark.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** How a command that asks no daemon shows what it has found: as lines, or with {@code --json} as that. */
@Command
final class Display {
    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    @Mixin
    private final Output output = new Output();

    PrintWriter err() {
        return output.err();
    }

    /** @param found a record, whose components are what JSON shows */
    void show(Object found, Supplier<List<String>> lines) {
        var printed = json ? List.of(new JsonMapper().valueToTree(found).toPrettyString()) : lines.get();
        printed.forEach(output.out()::println);
    }
}
