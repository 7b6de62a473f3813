package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.access.TokenDesk;
import io.tidemark.application.access.TokenDesk.Issued;
import io.tidemark.application.access.TokenRefusedException;
import io.tidemark.application.port.TokenBook.Kept;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tokens that callers show. */
final class TokensApi {
    private static final String PATH = "/api/v1/tokens";
    private static final Parameter<String> NAME = Parameter.needed("name", "The name of the token.");
    private static final long MAX_SECONDS = Duration.ofDays(3_660).toSeconds();

    private final TokenDesk desk;
    private final Clock clock;
    private final Json json;

    TokensApi(TokenDesk desk, Clock clock, Json json) {
        this.desk = desk;
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(PATH)
                        .says("Lists the tokens, without what they are shown by.")
                        .answers(TokensJson.class),
                this::list);
        calls.add(
                Call.post(PATH)
                        .says("Makes a token: the answer is the only place where its text ever stands.")
                        .takes(Wanted.class, "name", "role")
                        .answers(HttpStatus.CREATED, IssuedJson.class)
                        .refuses(
                                HttpStatus.CONFLICT,
                                "The name is taken, or it is the first one and not a lasting one of an admin."),
                this::create);
        calls.add(
                Call.delete(PATH)
                        .says("Revokes a token, at once and for good.")
                        .query(NAME, Query.BY)
                        .answers(RevokedJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such token.")
                        .refuses(HttpStatus.CONFLICT, "It is the last lasting one of an admin."),
                this::revoke);
    }

    private void list(Context ctx) {
        ctx.json(new TokensJson(desk.all().stream()
                .map(kept -> TokenJson.of(kept, clock.instant()))
                .toList()));
    }

    private void create(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        Issued issued = answered(() ->
                desk.issue(wanted.nameOrRefuse(), wanted.roleOrRefuse(), wanted.life(), Caller.name(ctx, wanted.by())));
        AccessToken token = issued.token();
        ctx.status(HttpStatus.CREATED)
                .json(new IssuedJson(token.name(), token.role().word(), token.expires(), issued.text()));
    }

    private void revoke(Context ctx) {
        Query query = Query.of(ctx);
        String name = query.get(NAME);
        answered(() -> {
            desk.revoke(name, query.by());
            return name;
        });
        ctx.json(new RevokedJson(name));
    }

    private static <T> T answered(Supplier<T> answer) {
        try {
            return ProblemException.checked(answer);
        } catch (TokenRefusedException e) {
            HttpStatus status = switch (e.refusal()) {
                case UNKNOWN -> HttpStatus.NOT_FOUND;
                case CONFLICT -> HttpStatus.CONFLICT;
            };
            throw new ProblemException(status, String.valueOf(e.getMessage()), e);
        }
    }

    /** The token that is wanted; without {@code expiresInSeconds} it does not expire. */
    record Wanted(
            @Nullable String name,
            @Nullable String role,
            @Nullable Long expiresInSeconds,
            @Nullable String by) {
        String nameOrRefuse() {
            if (name == null) {
                throw ProblemException.badRequest("name is missing: say whom the token stands for, such as ci");
            }
            return name;
        }

        Role roleOrRefuse() {
            if (role == null) {
                throw ProblemException.badRequest("role is missing: viewer, recorder, operator or admin");
            }
            return Role.of(role);
        }

        @Nullable
        Duration life() {
            if (expiresInSeconds == null) {
                return null;
            }
            if (expiresInSeconds < 1 || expiresInSeconds > MAX_SECONDS) {
                throw ProblemException.badRequest(
                        "expiresInSeconds %d must be from 1 to %d".formatted(expiresInSeconds, MAX_SECONDS));
            }
            return Duration.ofSeconds(expiresInSeconds);
        }
    }

    record TokensJson(List<TokenJson> tokens) {}

    record TokenJson(
            String name,
            String role,
            String state,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant revoked,
            @Nullable Instant lastUsed) {
        static TokenJson of(Kept kept, Instant now) {
            AccessToken token = kept.token();
            String state = token.revoked() != null ? "revoked" : token.countsAt(now) ? "in force" : "expired";
            return new TokenJson(
                    token.name(),
                    token.role().word(),
                    state,
                    token.created(),
                    token.expires(),
                    token.revoked(),
                    kept.lastUsed());
        }
    }

    /** The only answer that holds the token itself. */
    record IssuedJson(String name, String role, @Nullable Instant expires, String token) {}

    record RevokedJson(String revoked) {}
}
