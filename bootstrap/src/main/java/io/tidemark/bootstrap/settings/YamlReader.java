package io.tidemark.bootstrap.settings;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 into values that know their line and column; {@code no}, {@code on} and {@code 010} stay what they are. */
final class YamlReader {
    private static final int MAX_DEPTH = 20;

    private final String file;
    private final Variables variables;
    private final Report report;

    YamlReader(String file, Variables variables, Report report) {
        this.file = file;
        this.variables = variables;
        this.report = report;
    }

    YamlValue.Mapping read(String text) {
        var start = new Place(file, 1, 1);
        try {
            var settings = LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setAllowNonScalarKeys(true)
                    .build();
            var root = new Compose(settings).composeString(text);
            var value = root.map(node -> convert(node, 0)).orElse(new YamlValue.Nothing(start));
            if (value instanceof YamlValue.Mapping mapping) {
                return mapping;
            }
            if (!(value instanceof YamlValue.Nothing)) {
                report.problem(value.place(), "the file must hold keys and values, like http:");
            }
        } catch (MarkedYamlEngineException broken) {
            var mark = broken.getProblemMark().or(broken::getContextMark);
            report.problem(place(mark), "this is not YAML: " + explain(broken, mark));
        } catch (StackOverflowError deep) {
            report.problem(start, "this is nested deeper than " + MAX_DEPTH + " levels");
        } catch (YamlEngineException broken) {
            report.problem(Place.of(file), "this is not YAML: " + broken.getMessage());
        }
        return YamlValue.Mapping.empty(start);
    }

    private static String explain(MarkedYamlEngineException broken, Optional<Mark> mark) {
        var atTab = mark.map(at -> at.getPointer() < at.getBuffer().length && at.getBuffer()[at.getPointer()] == '\t');
        if (atTab.orElse(false)) {
            return "a tab stands where YAML allows only spaces; indent with two spaces";
        }
        var context = broken.getContext();
        return context == null || context.isEmpty() ? broken.getProblem() : broken.getProblem() + " " + context;
    }

    private YamlValue convert(Node node, int depth) {
        var place = place(node.getStartMark());
        if (depth > MAX_DEPTH) {
            report.problem(place, "this is nested deeper than " + MAX_DEPTH + " levels");
            return new YamlValue.Mistake(place);
        }
        if (node instanceof MappingNode mapping) {
            return convert(mapping, place, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlValue.Sequence(
                    place,
                    sequence.getValue().stream()
                            .map(item -> convert(item, depth + 1))
                            .toList());
        }
        if (node.getTag().equals(Tag.NULL) || !(node instanceof ScalarNode scalar)) {
            return new YamlValue.Nothing(place);
        }
        return variables.fillIn(place, scalar.getValue(), report);
    }

    private YamlValue.Mapping convert(MappingNode node, Place place, int depth) {
        var entries = new LinkedHashMap<String, YamlValue.Entry>();
        for (NodeTuple tuple : node.getValue()) {
            var keyPlace = place(tuple.getKeyNode().getStartMark());
            var value = convert(tuple.getValueNode(), depth + 1);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                report.problem(keyPlace, "a key must be a plain word");
                continue;
            }
            var twin = entries.putIfAbsent(key.getValue(), new YamlValue.Entry(keyPlace, value));
            if (twin != null) {
                report.problem(
                        keyPlace,
                        "\"" + key.getValue() + "\" was already given in line "
                                + twin.place().line() + "; keep one of the two");
            }
        }
        return new YamlValue.Mapping(place, entries);
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Place.of(file));
    }
}
