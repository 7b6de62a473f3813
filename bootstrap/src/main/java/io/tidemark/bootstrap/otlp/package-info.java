/** Spans as OpenTelemetry sends them (OTLP), read and made into Tidemark's spans and timings. */
@NullMarked
package io.tidemark.bootstrap.otlp;

import org.jspecify.annotations.NullMarked;
