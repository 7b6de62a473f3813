package io.tidemark.bootstrap.http.openapi;

import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.tidemark.bootstrap.http.openapi.Placed.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call that a server answers, described: {@code Call.get("/api/v1/jobs").says("Lists the jobs.").answers(Jobs.class)}. */
public final class Call {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Line line;
    private final String summary;
    private final List<Placed> parameters;
    private final @Nullable Body body;
    private final List<Answer> answers;

    private Call(Line line, String summary, List<Placed> parameters, @Nullable Body body, List<Answer> answers) {
        this.line = line;
        this.summary = summary;
        this.parameters = parameters;
        this.body = body;
        this.answers = answers;
    }

    /** What the first line of the request says. */
    private record Line(HandlerType method, String path) {}

    public static Call get(String path) {
        return of(HandlerType.GET, path);
    }

    public static Call post(String path) {
        return of(HandlerType.POST, path);
    }

    public static Call put(String path) {
        return of(HandlerType.PUT, path);
    }

    public static Call patch(String path) {
        return of(HandlerType.PATCH, path);
    }

    public static Call delete(String path) {
        return of(HandlerType.DELETE, path);
    }

    private static Call of(HandlerType method, String path) {
        return new Call(new Line(method, path), "", List.of(), null, List.of());
    }

    /** What it does, in one sentence. */
    public Call says(String sentence) {
        return new Call(line, sentence, parameters, body, answers);
    }

    /** What stands in the braces of the path. */
    public Call at(Parameter<?>... inPath) {
        return with(Place.PATH, inPath);
    }

    /** What may stand in the query. */
    public Call query(Parameter<?>... inQuery) {
        return with(Place.QUERY, inQuery);
    }

    /** What may stand in headers that other calls do not know. */
    public Call header(Parameter<?>... headers) {
        return with(Place.HEADER, headers);
    }

    /** Takes a JSON object; the keys that are needed must be there, the others may be left out. */
    public Call takes(Class<? extends Record> shape, String... needed) {
        return new Call(line, summary, parameters, new Body(List.of(Content.json(shape)), Set.of(needed)), answers);
    }

    /** Takes a body in one of these forms. */
    public Call takes(Content... forms) {
        return new Call(line, summary, parameters, new Body(List.of(forms), Set.of()), answers);
    }

    /** Answers with JSON, as 200. */
    public Call answers(Class<?> shape) {
        return answers(HttpStatus.OK, shape);
    }

    /** Answers with JSON. */
    public Call answers(HttpStatus status, Class<?> shape) {
        return answers(status, status.getMessage(), Content.json(shape));
    }

    /** Answers in one of these forms, or with no more than the status. */
    public Call answers(HttpStatus status, String meaning, Content... forms) {
        return answered(new Answer(status, meaning, List.of(forms)));
    }

    /** Answers with a problem of its own, beside those that every call knows. */
    public Call refuses(HttpStatus status, String meaning) {
        return answered(new Answer(status, meaning, List.of(Content.PROBLEM)));
    }

    public HandlerType method() {
        return line.method();
    }

    public String path() {
        return line.path();
    }

    /** The names that its query may hold. */
    public List<String> queryNames() {
        return parameters.stream()
                .filter(placed -> placed.place() == Place.QUERY)
                .map(placed -> placed.parameter().name())
                .toList();
    }

    /** Whether it was said that it takes the parameter. */
    public boolean takes(Parameter<?> parameter) {
        return parameters.stream().anyMatch(placed -> placed.parameter() == parameter);
    }

    /** Whether a request for the other call would be taken for this one. */
    public boolean hides(Call other) {
        String fitting = PATH_PARAMETER.matcher(path()).replaceAll("[^/]+");
        return method().equals(other.method()) && other.path().matches(fitting);
    }

    /**
     * The same, when nothing is missing.
     *
     * @throws IllegalStateException when a parameter of the path, the sentence or the answer was left out
     */
    public Call complete() {
        Set<String> inPath = PATH_PARAMETER
                .matcher(path())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> described = parameters.stream()
                .filter(placed -> placed.place() == Place.PATH)
                .map(placed -> placed.parameter().name())
                .collect(Collectors.toSet());
        if (!inPath.equals(described) || !summary.endsWith(".") || answers.isEmpty()) {
            throw new IllegalStateException(
                    "%s must be described: in a sentence, with an answer, and with %s of its path"
                            .formatted(this, inPath));
        }
        return this;
    }

    String summary() {
        return summary;
    }

    List<Placed> parameters() {
        return parameters;
    }

    @Nullable
    Body body() {
        return body;
    }

    List<Answer> answers() {
        return answers;
    }

    @Override
    public String toString() {
        return method().name() + " " + path();
    }

    private Call with(Place place, Parameter<?>... added) {
        List<Placed> all = Stream.concat(
                        parameters.stream(), Arrays.stream(added).map(one -> new Placed(place, one)))
                .toList();
        return new Call(line, summary, all, body, answers);
    }

    private Call answered(Answer answer) {
        List<Answer> all = new ArrayList<>(answers);
        all.add(answer);
        return new Call(line, summary, parameters, body, List.copyOf(all));
    }
}
