package io.tidemark.bootstrap.console.frame;

import java.util.Arrays;
import java.util.List;

/** One of several addresses, of which one is shown. */
public record Choice(String label, String href, boolean isCurrent) {

    /** How much of the past a page may show. */
    public static List<Choice> ofPast(Address address, Period shown) {
        return Arrays.stream(TimeWindow.values())
                .map(window -> new Choice(
                        window.label(),
                        address.with("from", "")
                                .with("to", "")
                                .with("hours", window.word())
                                .href(),
                        window == shown.window()))
                .toList();
    }
}
