/** What Tidemark goes by: settings, routes, rules, and who may do what. */
@NullMarked
package io.tidemark.bootstrap.console.settings;

import org.jspecify.annotations.NullMarked;
