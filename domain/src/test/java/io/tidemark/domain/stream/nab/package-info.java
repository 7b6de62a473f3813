/** Measures the streaming detector on the Numenta Anomaly Benchmark. */
@NullMarked
package io.tidemark.domain.stream.nab;

import org.jspecify.annotations.NullMarked;
