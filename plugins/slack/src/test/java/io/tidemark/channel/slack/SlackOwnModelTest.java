package io.tidemark.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.Message;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.util.json.GsonBlockElementFactory;
import com.slack.api.util.json.GsonContextBlockElementFactory;
import com.slack.api.util.json.GsonLayoutBlockFactory;
import com.slack.api.util.json.GsonRichTextElementFactory;
import com.slack.api.util.json.GsonTextObjectFactory;
import com.slack.api.util.json.UnknownPropertyDetectionAdapterFactory;
import io.tidemark.channel.testkit.Messages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slack's own classes read the messages, and refuse every property that they do not know. */
class SlackOwnModelTest {
    private static final Gson STRICT = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(LayoutBlock.class, new GsonLayoutBlockFactory(true))
            .registerTypeAdapter(TextObject.class, new GsonTextObjectFactory(true))
            .registerTypeAdapter(ContextBlockElement.class, new GsonContextBlockElementFactory(true))
            .registerTypeAdapter(BlockElement.class, new GsonBlockElementFactory(true))
            .registerTypeAdapter(RichTextElement.class, new GsonRichTextElementFactory(true))
            .registerTypeAdapterFactory(new UnknownPropertyDetectionAdapterFactory())
            .create();

    @Test
    void message_isWhatSlackReads() {
        Message read = read(Messages.firing(), true);
        List<LayoutBlock> blocks = read.getAttachments().get(0).getBlocks();
        assertThat(blocks)
                .hasExactlyElementsOfTypes(
                        SectionBlock.class, SectionBlock.class, ContextBlock.class, ActionsBlock.class);
        assertThat(((ActionsBlock) blocks.get(3)).getElements())
                .extracting(button -> ((ButtonElement) button).getActionId())
                .containsExactly("open", "runbook", "acknowledge");
    }

    @ParameterizedTest
    @MethodSource("all")
    void message_holdsNothingThatSlackDoesNotKnow(io.tidemark.channel.Message message) {
        assertThat(read(message, false).getText()).isNotBlank();
        assertThat(read(message, true).getAttachments()).hasSize(1);
    }

    private static Stream<io.tidemark.channel.Message> all() {
        Stream<io.tidemark.channel.Message> ordinary = Stream.of(io.tidemark.channel.Message.Kind.values())
                .flatMap(kind -> Stream.of(io.tidemark.channel.Message.Severity.values())
                        .map(severity -> Messages.of(kind, severity)));
        return Stream.concat(ordinary, Stream.concat(Messages.hostile(), Stream.of(Messages.bare())));
    }

    private static Message read(io.tidemark.channel.Message message, boolean interactive) {
        return STRICT.fromJson(new SlackPayload(interactive).of(message, false).toString(), Message.class);
    }
}
