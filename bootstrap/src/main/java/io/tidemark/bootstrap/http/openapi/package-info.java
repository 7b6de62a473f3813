/** The calls of the API, described for programs: each in words, and all of them as a document of OpenAPI 3.1. */
@NullMarked
package io.tidemark.bootstrap.http.openapi;

import org.jspecify.annotations.NullMarked;
