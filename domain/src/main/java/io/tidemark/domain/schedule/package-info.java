/** When work is due: cron expressions in time zones, what is missed and what is caught up, and what became of each run. */
@NullMarked
package io.tidemark.domain.schedule;

import org.jspecify.annotations.NullMarked;
