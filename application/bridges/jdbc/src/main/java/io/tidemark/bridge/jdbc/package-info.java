/** Records every statement that goes through a JDBC data source: {@link io.tidemark.bridge.jdbc.TimedDataSource}. */
@NullMarked
package io.tidemark.bridge.jdbc;

import org.jspecify.annotations.NullMarked;
