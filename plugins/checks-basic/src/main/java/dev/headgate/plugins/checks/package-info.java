/**
 * The checks that every lake wants: the ODCS library metrics, {@code sql}, relationships, and
 * changes since the release before. All rules of a dataset are evaluated together, so that they
 * share what is read. Nothing here writes, and nothing knows an engine beyond {@link
 * dev.headgate.spi.QueryEngine}.
 */
package dev.headgate.plugins.checks;
