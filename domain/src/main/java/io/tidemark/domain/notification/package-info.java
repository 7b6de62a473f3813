/** One message about an alert to one destination, and what becomes of it. */
@NullMarked
package io.tidemark.domain.notification;

import org.jspecify.annotations.NullMarked;
