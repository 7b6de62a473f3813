package io.tidemark.bootstrap.http.openapi;

/** What a type is called in the document: its name, after that of the type that it stands in, without its ending. */
final class SchemaName {
    private SchemaName() {}

    static String of(Class<?> type) {
        String own = bare(type.getSimpleName());
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return own;
        }
        String before = of(outer);
        return own.startsWith(before) || own.startsWith(singular(before)) ? own : before + own;
    }

    private static String bare(String name) {
        return name.replaceFirst("(?<=.)(Json|Api|Body)$", "");
    }

    private static String singular(String name) {
        return name.endsWith("ies") ? name.replaceFirst("ies$", "y") : name.replaceFirst("s$", "");
    }
}
