/** Opens, acknowledges and resolves incidents through the Events API v2 of PagerDuty. */
@NullMarked
package io.tidemark.channel.pagerduty;

import org.jspecify.annotations.NullMarked;
