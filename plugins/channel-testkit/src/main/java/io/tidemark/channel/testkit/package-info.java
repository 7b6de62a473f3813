/** The contract of a channel as tests, with a receiver, a sender and messages to run them. */
@NullMarked
package io.tidemark.channel.testkit;

import org.jspecify.annotations.NullMarked;
