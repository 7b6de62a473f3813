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
    private static final Conversation.About ABOUT = new Conversation.About("ANOMALY", "commit", null);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nX: y", "ü"})
    void ids_areFitForAHeader(String id) {
        Content content = Content.of("title", "", List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Message(
                        id,
                        Conversation.of("1", ABOUT),
                        Message.Kind.TEST,
                        Message.Severity.INFO,
                        content,
                        Instant.EPOCH))
                .withMessageContaining("id '" + id + "'");
    }

    @Test
    void title_saysSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> Content.of(" ", "", List.of()));
    }

    @Test
    void facts_cannotBeChangedFromOutside() {
        List<Content.Fact> facts = new ArrayList<>();
        Content content = Content.of("title", "", facts);
        facts.add(new Content.Fact("p95", "1 ms"));
        assertThat(content.facts()).isEmpty();
    }
}
