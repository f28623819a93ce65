/**
 * The checks that every lake wants: the ODCS library metrics {@code rowCount}, {@code nullValues}
 * and {@code duplicateValues}, and {@code sql}. Each measures one value with one query and compares
 * it; nothing here writes, and nothing knows an engine beyond {@link dev.headgate.spi.QueryEngine}.
 */
package dev.headgate.plugins.checks;
