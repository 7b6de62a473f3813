package io.tidemark.bootstrap.cli;

/** An expected failure of a command: its message is the sentence that the user sees, without a stack trace. */
public final class CommandFailure extends RuntimeException {
    private final String sentence;

    private CommandFailure(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    private CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public static CommandFailure cannot(String sentence) {
        return new CommandFailure(sentence);
    }

    public static CommandFailure cannot(String sentence, Throwable cause) {
        return new CommandFailure(sentence, cause);
    }

    String sentence() {
        return sentence;
    }
}
