package io.tidemark.application.sample;

/** The sample data was not loaded, as it would mix with what was recorded. */
public final class SampleRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SampleRefusedException(long known) {
        super(
                "%d timings are kept here already, and made-up ones would mix with them: use an empty database, or force it"
                        .formatted(known));
    }
}
