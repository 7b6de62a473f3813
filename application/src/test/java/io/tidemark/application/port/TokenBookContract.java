package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.application.port.TokenBook.Added;
import io.tidemark.application.port.TokenBook.Kept;
import io.tidemark.application.port.TokenBook.Revoked;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.Role;
import io.tidemark.domain.access.TokenHash;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of {@link TokenBook}. */
public abstract class TokenBookContract extends PortContract {
    private static final AccessToken ROOT = token("root", Role.ADMIN, null);
    private static final AccessToken SPARE = token("spare key", Role.ADMIN, null);
    private static final AccessToken CI = token("ci/nightly", Role.RECORDER, minute(60));

    @Test
    void all_isEmptyWhenThereNeverWasOne() {
        assertThat(storage.tokens().all()).isEmpty();
    }

    @Test
    void add_keepsEverything_byName() {
        assertThat(add(ROOT)).isEqualTo(Added.DONE);
        assertThat(add(CI)).isEqualTo(Added.DONE);

        assertThat(storage.tokens().all())
                .containsExactly(new Kept(CI, hash(CI), null), new Kept(ROOT, hash(ROOT), null));
    }

    @Test
    void add_ofATakenName_changesNothing() {
        add(ROOT);

        assertThat(storage.tokens().add(ROOT, TokenHash.of("another"), entry(Verb.ADDED, ROOT)))
                .isEqualTo(Added.NAME_TAKEN);
        assertThat(storage.tokens().all()).containsExactly(new Kept(ROOT, hash(ROOT), null));
        assertThat(audited()).hasSize(1);
    }

    @Test
    void add_ofAFirstTokenThatIsNoLastingAdmin_changesNothing() {
        assertThat(add(CI)).isEqualTo(Added.NO_LASTING_ADMIN);
        assertThat(add(token("brief", Role.ADMIN, minute(60)))).isEqualTo(Added.NO_LASTING_ADMIN);

        assertThat(storage.tokens().all()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void add_takesDownItsEntry() {
        add(ROOT);

        assertThat(audited()).containsExactly(entry(Verb.ADDED, ROOT));
    }

    @Test
    void revoke_isOnceAndForAll() {
        add(ROOT);
        add(CI);

        assertThat(revoke(CI)).isEqualTo(Revoked.DONE);
        assertThat(revoke(CI)).isEqualTo(Revoked.UNKNOWN);
        assertThat(storage.tokens().all().get(0).token().revoked()).isEqualTo(minute(5));
        assertThat(add(CI)).isEqualTo(Added.NAME_TAKEN);
    }

    @Test
    void revoke_takesDownItsEntry() {
        add(ROOT);
        add(CI);
        revoke(CI);

        assertThat(audited().get(0)).isEqualTo(entry(Verb.REVOKED, CI));
    }

    @Test
    void revoke_ofAnUnknownOne_changesNothing() {
        assertThat(revoke(CI)).isEqualTo(Revoked.UNKNOWN);
        assertThat(audited()).isEmpty();
    }

    @Test
    void revoke_leavesTheLastLastingAdmin() {
        add(ROOT);
        add(token("brief", Role.ADMIN, minute(60)));

        assertThat(revoke(ROOT)).isEqualTo(Revoked.LAST_LASTING_ADMIN);
        assertThat(storage.tokens().all()).allMatch(kept -> kept.token().revoked() == null);
    }

    @Test
    void revoke_ofTwoAdminsAtOnce_leavesOne() throws Exception {
        add(ROOT);
        add(SPARE);

        List<Revoked> revoked = AtOnce.run(List.of(() -> revoke(ROOT), () -> revoke(SPARE)));

        assertThat(revoked).containsExactlyInAnyOrder(Revoked.DONE, Revoked.LAST_LASTING_ADMIN);
    }

    @Test
    void used_isTheLatestUse() {
        add(ROOT);
        storage.tokens().used(Map.of("root", minute(3), "nobody", minute(3)));
        storage.tokens().used(Map.of("root", minute(2)));

        assertThat(storage.tokens().all()).extracting(Kept::lastUsed).containsExactly(minute(3));
    }

    @Test
    void used_atTheSameTime_isThatOfEachToken() {
        add(ROOT);
        add(CI);
        storage.tokens().used(Map.of("root", minute(3), CI.name(), minute(3)));

        assertThat(storage.tokens().all())
                .containsExactly(new Kept(CI, hash(CI), minute(3)), new Kept(ROOT, hash(ROOT), minute(3)));
    }

    @Test
    void changes_announceTokens() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.TOKENS, calls);

        add(ROOT);

        calls.awaitOne();
    }

    private Added add(AccessToken token) {
        return storage.tokens().add(token, hash(token), entry(Verb.ADDED, token));
    }

    private Revoked revoke(AccessToken token) {
        return storage.tokens().revoke(token.name(), minute(5), entry(Verb.REVOKED, token));
    }

    private List<AuditEntry> audited() {
        return storage.auditReader().latest(Which.ALL, 10);
    }

    private static TokenHash hash(AccessToken token) {
        return TokenHash.of("text of " + token.name());
    }

    private static AuditEntry entry(Verb verb, AccessToken token) {
        return new AuditEntry(minute(1), "ada", new Deed(verb, "token", token.name()), null, "made");
    }

    private static AccessToken token(String name, Role role, @Nullable Instant expires) {
        return new AccessToken(name, role, minute(0), expires, null);
    }
}
