/** Tries rules on what is stored, before they wake anybody. */
@NullMarked
package io.tidemark.application.backtest;

import org.jspecify.annotations.NullMarked;
