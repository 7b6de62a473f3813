/** Takes notifications out of the outbox and hands them to their destinations. */
@NullMarked
package io.tidemark.adapters.notify.dispatch;

import org.jspecify.annotations.NullMarked;
