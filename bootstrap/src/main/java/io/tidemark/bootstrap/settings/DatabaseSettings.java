package io.tidemark.bootstrap.settings;

/**
 * Where Tidemark keeps what it records.
 *
 * @param url the JDBC URL; empty for the embedded PostgreSQL
 */
public record DatabaseSettings(DatabaseUrl url, String user, Secret password, String schema, int poolSize) {
    private static final Kind<String> SCHEMA =
            Kind.text("a schema name of lower-case letters, digits and _", "[a-z_][a-z0-9_]{0,62}");

    static DatabaseSettings read(Section section) {
        return new DatabaseSettings(
                section.value("url", DatabaseUrl.KIND, DatabaseUrl.EMBEDDED),
                section.value("user", Kind.text("a user name in one line", "[^\\p{Cntrl}]*"), ""),
                section.secret("password"),
                section.value("schema", SCHEMA, "tidemark"),
                section.value("pool-size", Kind.wholeNumber(1, 200), 8));
    }
}
