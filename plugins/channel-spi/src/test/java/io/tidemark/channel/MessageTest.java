package io.tidemark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nX: y", "ü"})
    void ids_areFitForAHeader(String id) {
        Content content = new Content("title", "", List.of(), null);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Message(id, "1", Message.Kind.TEST, Message.Severity.INFO, content, Instant.EPOCH))
                .withMessageContaining("id '" + id + "'");
    }

    @Test
    void title_saysSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Content(" ", "", List.of(), null));
    }

    @Test
    void facts_cannotBeChangedFromOutside() {
        List<Content.Fact> facts = new ArrayList<>();
        Content content = new Content("title", "", facts, null);
        facts.add(new Content.Fact("p95", "1 ms"));
        assertThat(content.facts()).isEmpty();
    }
}
