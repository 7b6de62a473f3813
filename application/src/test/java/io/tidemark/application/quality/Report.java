package io.tidemark.application.quality;

import java.time.Instant;

/**
 * What a rule tells.
 *
 * @param operation of which operation
 * @param about when it happened, by the rule's word
 * @param told when somebody could know
 */
record Report(String operation, Instant about, Instant told) {}
