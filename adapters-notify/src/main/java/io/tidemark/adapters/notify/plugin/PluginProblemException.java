package io.tidemark.adapters.notify.plugin;

/** Ends the loading of one plugin; the others go on. */
final class PluginProblemException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient PluginProblem problem;

    PluginProblemException(PluginProblem problem) {
        super(problem.message(), problem.cause());
        this.problem = problem;
    }

    PluginProblem problem() {
        return problem;
    }
}
