/** Encrypts what the database keeps of secrets, under a key that it never sees. */
@NullMarked
package io.tidemark.bootstrap.secret;

import org.jspecify.annotations.NullMarked;
