package io.tidemark.bootstrap.http.openapi;

import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * What a call may be answered with.
 *
 * @param meaning when it is, in a few words
 * @param contents the forms that it may have; none when there is no more than the status
 */
record Answer(HttpStatus status, String meaning, List<Content> contents) {
    Answer {
        contents = List.copyOf(contents);
    }
}
