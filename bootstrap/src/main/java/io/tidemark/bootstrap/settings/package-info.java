/** Settings: one YAML file with environment variables in it, read into records; every mistake is reported at once, with its place. */
@NullMarked
package io.tidemark.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
