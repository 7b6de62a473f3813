package io.tidemark.bootstrap.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.tidemark.application.record.Intake;
import io.tidemark.application.record.IntakeReport;
import io.tidemark.application.record.Refusal;
import io.tidemark.bootstrap.otlp.SpanMapping.Mapped;
import io.tidemark.domain.trace.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Stores the spans of an export, and a timing for each, before it answers. */
public final class SpanIntake {
    /** As many as are stored at once. */
    private static final int PIECE = 5_000;

    private final Intake intake;
    private final Consumer<List<Span>> spans;

    /**
     * Makes the intake.
     *
     * @param intake takes the timings
     * @param spans stores spans; those it has already it stores again without harm
     */
    public SpanIntake(Intake intake, Consumer<List<Span>> spans) {
        this.intake = intake;
        this.spans = spans;
    }

    /**
     * What became of an export.
     *
     * @param stored how many spans were stored
     * @param rejected how many were not
     * @param response the answer, as it goes over the wire
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: made to be sent.
    public record Answer(long stored, long rejected, byte[] response) {}

    /**
     * Stores what is good of an export. An export that is sent again is stored once, as long as it has the same spans in
     * the same order.
     *
     * @throws MalformedExportException when the body is no export
     * @throws io.tidemark.application.port.StorageException when not all was stored: send it again
     */
    public Answer take(byte[] body, Encoding encoding) {
        Export export = new Export();
        ProtobufExport.read(encoding.toProtobuf(body), export);
        export.store();
        return new Answer(export.stored, export.rejected, encoding.write(export.response()));
    }

    /** An export while it is read; what is read is stored piece by piece. */
    private final class Export implements ProtobufExport.Sink {
        private final List<Mapped> piece = new ArrayList<>();
        private long stored;
        private long rejected;
        private String reason = "";

        @Override
        public void span(Resource resource, InstrumentationScope scope, io.opentelemetry.proto.trace.v1.Span sent) {
            try {
                piece.add(SpanMapping.map(resource, scope, sent));
            } catch (IllegalArgumentException e) {
                reject(1, "span '%s': %s".formatted(Texts.cut(sent.getName(), 80), e.getMessage()));
            }
            if (piece.size() == PIECE) {
                store();
            }
        }

        @Override
        public void tooLong() {
            reject(1, "a span has more than %d bytes".formatted(ProtobufExport.MAX_PART_BYTES));
        }

        /** The timings first: a span whose timing is refused is not stored either. */
        void store() {
            if (piece.isEmpty()) {
                return;
            }
            IntakeReport report =
                    intake.takeGood(key(), piece.stream().map(Mapped::timing).toList());
            Map<Integer, Refusal> refused = new HashMap<>();
            report.refusals().forEach(refusal -> refused.putIfAbsent(refusal.row(), refusal));
            List<Span> good = new ArrayList<>();
            for (int row = 0; row < piece.size(); row++) {
                if (!refused.containsKey(row)) {
                    good.add(piece.get(row).span());
                }
            }
            report.refusals().stream().findFirst().ifPresent(refusal -> reject(refused.size(), text(refusal)));
            spans.accept(good);
            stored += good.size();
            piece.clear();
        }

        ExportTraceServiceResponse response() {
            ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
            if (rejected > 0) {
                response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                        .setRejectedSpans(rejected)
                        .setErrorMessage(reason));
            }
            return response.build();
        }

        /** The same for the same spans in the same order. */
        private String key() {
            return piece.stream()
                    .map(mapped -> mapped.span().id().toString())
                    .collect(Collectors.joining(" ", "otlp ", ""));
        }

        private void reject(long count, String why) {
            rejected += count;
            if (reason.isEmpty()) {
                reason = why;
            }
        }

        private String text(Refusal refusal) {
            String name = piece.get(refusal.row()).span().work().name();
            return "span '%s': %s %s".formatted(name, refusal.field(), refusal.rule());
        }
    }
}
