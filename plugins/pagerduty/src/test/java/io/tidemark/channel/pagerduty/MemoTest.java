package io.tidemark.channel.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Secret;
import io.tidemark.channel.testkit.Messages;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoTest {
    private static final Memo NOTHING = Memo.of(null);

    @ParameterizedTest
    @MethodSource("memos")
    void memo_isReadAsItWasWritten(Memo memo) {
        assertThat(Memo.of(memo.toString())).isEqualTo(memo);
    }

    @ParameterizedTest
    @MethodSource("io.tidemark.channel.testkit.Messages#hostileMemos")
    void memo_thatCannotBeReadIsNothing(String written) {
        assertThat(Memo.of(written)).isEqualTo(NOTHING);
    }

    @Test
    void memo_tellsNothingOfTheKey() {
        String key = "0123456789abcdef0123456789abcdef";
        String print = new Account(Secret.of(key), "prod").print();
        // By printf 0123456789abcdef0123456789abcdef | sha256sum
        assertThat(print).isEqualTo("3eb1bd439947eb76").isNotEqualTo(key.substring(0, 16));
    }

    private static Stream<Memo> memos() {
        return Stream.of(
                NOTHING,
                NOTHING.openedBy("0123456789abcdef"),
                NOTHING.plainFor(Messages.firing().id()),
                NOTHING.openedBy("0123456789abcdef").plainFor("a;plain=b"));
    }
}
