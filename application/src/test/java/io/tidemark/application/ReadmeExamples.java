package io.tidemark.application;

import io.tidemark.application.record.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The code that the README shows. */
final class ReadmeExamples {
    private ReadmeExamples() {}

    static void timingWork(Tidemark tidemark, Executor executor) {
        Operation merge = tidemark.operation("merge_branches");
        String head = merge.time(() -> merge("feature/x"));
        CompletableFuture<String> page = tidemark.operation("get_history").timeStage(() -> history(head));
        executor.execute(tidemark.operation("search_history").wrap(() -> search(page)));
    }

    private static String merge(String branch) {
        return "head of " + branch;
    }

    private static CompletableFuture<String> history(String commit) {
        return CompletableFuture.completedFuture("history of " + commit);
    }

    private static void search(CompletableFuture<String> page) {
        page.join();
    }
}
