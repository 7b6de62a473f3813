package io.tidemark.bootstrap.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The JDBC URL of the user's own PostgreSQL, or nothing. It may carry a password, which is never printed. */
public record DatabaseUrl(String reveal) {
    static final DatabaseUrl EMBEDDED = new DatabaseUrl("");

    /** PostgreSQL's driver knows no {@code user:password@host}. */
    static final Kind<DatabaseUrl> KIND = new Kind<>(
            "a JDBC URL like jdbc:postgresql://host:5432/name?user=me, or empty for the embedded PostgreSQL",
            List.of(),
            false,
            DatabaseUrl::parse,
            DatabaseUrl::toString);

    private static final Pattern ALLOWED = Pattern.compile("|jdbc:postgresql:(?!//[^/?]*@)\\S+");
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&]*");

    public boolean isEmbedded() {
        return reveal.isEmpty();
    }

    private static Optional<DatabaseUrl> parse(String text) {
        return Optional.of(text).filter(ALLOWED.asMatchPredicate()).map(DatabaseUrl::new);
    }

    @Override
    public String toString() {
        return PASSWORD.matcher(reveal).replaceAll("$1***");
    }
}
