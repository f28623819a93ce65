package dev.headgate.plugins.checks;

import dev.headgate.model.release.Finding.Sample;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a few of the rows that break a rule, without what must not be shown. */
final class Samples {
  private static final int ROWS = 10;
  private static final int LONGEST = 200;
  private static final String MASK = "***";

  private final Asking asking;
  private final Set<String> masked;

  Samples(Asking asking, Set<String> masked) {
    this.asking = asking;
    this.masked =
        masked.stream()
            .map(m -> m.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What the query finds; empty if it fails, as nothing depends on it. */
  Optional<Sample> read(String query) throws InterruptedException {
    try {
      QueryEngine.Result found = asking.rows(query, ROWS);
      List<String> columns = found.columns().stream().map(QueryEngine.Column::name).toList();
      return Optional.of(
          new Sample(
              columns,
              found.rows().stream().map(row -> shown(columns, row)).toList(),
              found.truncated()));
    } catch (PluginException e) {
      return Optional.empty();
    }
  }

  private List<String> shown(List<String> columns, List<Object> row) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String text = String.valueOf(row.get(i));
      String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
      shown.add(isMasked(columns.get(i)) ? MASK : cut);
    }
    return shown;
  }

  /** A column of which only a field is masked is masked as a whole. */
  private boolean isMasked(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return masked.stream().anyMatch(m -> m.equals(name) || m.startsWith(name + "."));
  }
}
