package dev.headgate.catalog.statistics;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the manifests tell of one column over all rows.
 *
 * @param nulls exactly how many rows have null in it; empty: unknown
 * @param lower the least value as text, see {@link ExactValues}; empty: unknown, or there is none
 * @param upper the greatest value
 */
public record ColumnStatistics(OptionalLong nulls, Optional<String> lower, Optional<String> upper) {
  boolean tellsAnything() {
    return nulls.isPresent() || lower.isPresent() || upper.isPresent();
  }
}
