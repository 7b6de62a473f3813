package io.tidemark.bootstrap.demo;

import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.timing.Timing;
import java.util.ArrayList;
import java.util.List;

/** What happens in a stretch of the story, merges apart from the other timings. */
record Scene(List<Timing> timings, List<DemoMerge> merges) {
    Scene {
        timings = List.copyOf(timings);
        merges = List.copyOf(merges);
    }

    static Scene of(List<Scene> scenes) {
        List<Timing> timings = new ArrayList<>();
        List<DemoMerge> merges = new ArrayList<>();
        scenes.forEach(scene -> {
            timings.addAll(scene.timings);
            merges.addAll(scene.merges);
        });
        return new Scene(timings, merges);
    }

    List<Merge> mergesAlone() {
        return merges.stream().map(DemoMerge::merge).toList();
    }
}
