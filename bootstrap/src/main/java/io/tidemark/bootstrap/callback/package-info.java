/** What receivers of messages send back: who pressed a button, who took an incident on. */
@NullMarked
package io.tidemark.bootstrap.callback;

import org.jspecify.annotations.NullMarked;
