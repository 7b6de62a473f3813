/** Calls out over HTTP for the channels, within limits and never to where nobody meant to call. */
@NullMarked
package io.tidemark.adapters.notify.http;

import org.jspecify.annotations.NullMarked;
