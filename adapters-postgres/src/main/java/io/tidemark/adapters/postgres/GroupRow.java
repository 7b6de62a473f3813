package io.tidemark.adapters.postgres;

import io.tidemark.domain.notification.AlertGroup;
import io.tidemark.domain.notification.Gathering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A group without its members, spread over columns. */
record GroupRow(
        long id,
        String route,
        LabelColumns labels,
        DestinationColumns to,
        GroupingColumns grouping,
        Instant since,
        @Nullable Instant lastTold) {

    AlertGroup toGroup(List<AlertGroup.Member> members) {
        Gathering gathering =
                new Gathering(route, labels.toLabels(), grouping.toGrouping(), to.toDestinations(), since);
        return new AlertGroup(id, gathering, lastTold, members);
    }

    /** Labels in two columns: the texts stand in the places of their names. */
    record LabelColumns(List<String> names, List<String> texts) {
        static LabelColumns of(SortedMap<String, String> labels) {
            return new LabelColumns(List.copyOf(labels.keySet()), new ArrayList<>(labels.values()));
        }

        private SortedMap<String, String> toLabels() {
            SortedMap<String, String> labels = new TreeMap<>();
            for (int place = 0; place < names.size(); place++) {
                labels.put(names.get(place), texts.get(place));
            }
            return labels;
        }
    }
}
