/** The HTTP server: the API, health, metrics, and the rules that every answer keeps. */
@NullMarked
package io.tidemark.bootstrap.http;

import org.jspecify.annotations.NullMarked;
