package io.tidemark.bootstrap.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallTest {
    private static final Parameter<String> ID = Parameter.id("id", "The number of the thing.");
    private static final Call ONE =
            Call.get("/api/v1/things/{id}").says("Shows a thing.").at(ID).answers(Thing.class);

    /** A thing that may have a name, and parts. */
    private record Thing(long id, @Nullable String name, List<Thing> parts) {}

    private record Wanted(@Nullable String name, @Nullable String colour) {}

    @Test
    void complete_refusesWhatWasNotDescribed() {
        assertThat(ONE.complete()).isSameAs(ONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> Call.get("/api/v1/things/{id}")
                        .says("Shows a thing.")
                        .answers(Thing.class)
                        .complete())
                .withMessageContaining("GET /api/v1/things/{id}");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Call.get("/api/v1/things").answers(Thing.class).complete());
    }

    @Test
    void hides_whatItsBracesFit() {
        assertThat(ONE.hides(Call.get("/api/v1/things/newest"))).isTrue();
        assertThat(ONE.hides(Call.delete("/api/v1/things/newest"))).isFalse();
        assertThat(ONE.hides(Call.get("/api/v1/things/newest/parts"))).isFalse();
        assertThat(ONE.hides(Call.get("/api/v1/things"))).isFalse();
    }

    @Test
    void document_tellsWhatMayBeNull_andHoldsATypeThatHoldsItself() {
        JsonNode schema =
                OpenApi.document(List.of(ONE), call -> Optional.empty()).at("/components/schemas/CallTestThing");

        assertThat(schema.toString()).isEqualTo("""
                {"type":"object","properties":{"id":{"type":"integer","format":"int64"},\
                "name":{"type":["string","null"]},\
                "parts":{"type":"array","items":{"$ref":"#/components/schemas/CallTestThing"}}},\
                "required":["id","name","parts"]}""");
    }

    @Test
    void document_tellsWhatABodyNeeds_andRefusesKeysThatThereAreNot() {
        Call call = Call.post("/api/v1/things").says("Adds a thing.").answers(Thing.class);

        JsonNode schema = OpenApi.document(List.of(call.takes(Wanted.class, "name")), described -> Optional.of("admin"))
                .at("/components/schemas/CallTestWanted");

        assertThat(schema.at("/required").toString()).isEqualTo("[\"name\"]");
        assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        OpenApi.document(List.of(call.takes(Wanted.class, "size")), described -> Optional.empty()))
                .withMessageContaining("size");
    }

    @Test
    void document_refusesToReadAndWriteOneType() {
        Call call = Call.post("/api/v1/things")
                .says("Adds a thing.")
                .takes(Thing.class)
                .answers(Thing.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> OpenApi.document(List.of(call), described -> Optional.empty()))
                .withMessageContaining("CallTestThing");
    }

    @Test
    void parameter_saysWhatWasMeant() {
        Parameter<@Nullable String> colour =
                Parameter.oneOf("colour", "Its colour.", List.of("red", "green"), word -> word);

        assertThat(colour.read("Green")).isEqualTo("green");
        assertThat(colour.read(null)).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> colour.read("gren"))
                .withMessage("colour 'gren' must be one of red, green (did you mean 'green'?)");
    }
}
