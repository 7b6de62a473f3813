package io.tidemark.bootstrap.http.openapi;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON schemas of types, as this server writes and reads them: records become components, each under one name.
 *
 * <p>Answers have all of their keys, null or not. Bodies may leave out what may be null, and have no other keys.
 */
final class Schemas {
    private static final String REFERENCE = "$ref";
    private static final String TYPE = "type";

    private final Map<String, Named> named = new TreeMap<>();

    /** A component: the type, and whether it is read or written. */
    private record Named(Class<?> type, boolean read, ObjectNode schema) {}

    /** The schema of something that is written. */
    ObjectNode written(Class<?> type) {
        return plain(type, false);
    }

    /**
     * The schema of something that is read.
     *
     * @param needed keys that must be there, though they may be null for all that the type says
     */
    ObjectNode read(Class<?> type, Set<String> needed) {
        ObjectNode schema = plain(type, true);
        if (!needed.isEmpty()) {
            demand(type, needed);
        }
        return schema;
    }

    /** All components, by name. */
    ObjectNode components() {
        ObjectNode components = object();
        named.forEach((name, component) -> components.set(name, component.schema()));
        return components;
    }

    private ObjectNode of(AnnotatedType type, boolean read) {
        ObjectNode schema = type instanceof AnnotatedParameterizedType generic
                ? container(generic, read)
                : plain((Class<?>) type.getType(), read);
        return type.isAnnotationPresent(Nullable.class) ? nullable(schema) : schema;
    }

    private ObjectNode container(AnnotatedParameterizedType type, boolean read) {
        Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        AnnotatedType content = arguments[arguments.length - 1];
        if (Collection.class.isAssignableFrom(raw)) {
            return array(of(content, read));
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode schema = typed("object");
            schema.set("additionalProperties", of(content, read));
            return schema;
        }
        throw unknown(raw);
    }

    private ObjectNode plain(Class<?> type, boolean read) {
        if (type.isArray()) {
            return array(plain(type.getComponentType(), read));
        }
        if (type.isRecord() || type.isEnum()) {
            return component(type, read);
        }
        return Scalar.of(type).orElseThrow(() -> unknown(type));
    }

    private ObjectNode component(Class<?> type, boolean read) {
        String name = SchemaName.of(type);
        Named before = named.get(name);
        if (before == null) {
            Named made = new Named(type, read, object());
            // Before its content, as that may hold the type itself.
            named.put(name, made);
            fill(made);
        } else if (before.type() != type || (type.isRecord() && before.read() != read)) {
            throw new IllegalStateException("%s and %s would both be called %s, as what is read or as what is written"
                    .formatted(before.type(), type, name));
        }
        return object().put(REFERENCE, "#/components/schemas/" + name);
    }

    private void fill(Named component) {
        if (component.type().isEnum()) {
            ArrayNode words = component.schema().put(TYPE, "string").putArray("enum");
            Arrays.stream(component.type().getEnumConstants())
                    .forEach(constant -> words.add(((Enum<?>) constant).name()));
            return;
        }
        ObjectNode properties = component.schema().put(TYPE, "object").putObject("properties");
        for (RecordComponent part : component.type().getRecordComponents()) {
            properties.set(part.getName(), of(part.getAnnotatedType(), component.read()));
            if (!component.read() || !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                component.schema().withArray("required").add(part.getName());
            }
        }
        if (component.read()) {
            component.schema().put("additionalProperties", false);
        }
    }

    private void demand(Class<?> type, Set<String> needed) {
        ObjectNode schema =
                requireNonNull(named.get(SchemaName.of(type)), "component").schema();
        for (String key : new TreeSet<>(needed)) {
            if (!schema.get("properties").has(key)) {
                throw new IllegalStateException("%s has no key '%s' that could be needed".formatted(type, key));
            }
            schema.withArray("required").add(key);
        }
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.has(REFERENCE)) {
            ObjectNode either = object();
            either.putArray("anyOf").add(schema).add(typed("null"));
            return either;
        }
        if (schema.has(TYPE)) {
            ArrayNode types =
                    JsonNodeFactory.instance.arrayNode().add(schema.get(TYPE)).add("null");
            schema.set(TYPE, types);
        }
        return schema;
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode schema = typed("array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode typed(String type) {
        return object().put(TYPE, type);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static IllegalStateException unknown(Class<?> type) {
        return new IllegalStateException("nothing is known about how %s is written as JSON".formatted(type));
    }
}
