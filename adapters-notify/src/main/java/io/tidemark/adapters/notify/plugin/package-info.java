/** Finds channel plugins, keeps each in a class loader and on threads of its own, and makes destinations of them. */
@NullMarked
package io.tidemark.adapters.notify.plugin;

import org.jspecify.annotations.NullMarked;
