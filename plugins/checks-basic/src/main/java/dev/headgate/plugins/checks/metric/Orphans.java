package dev.headgate.plugins.checks.metric;

import dev.headgate.model.product.DatasetName;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rows that refer to a row of a dataset which is not there. As in a foreign key of SQL, a row
 * with a null in these columns refers to nothing.
 *
 * @param properties the columns of the other dataset, in the order of {@code columns}
 */
public record Orphans(List<Column> columns, DatasetName dataset, List<String> properties)
    implements Metric.Alone {
  /** What the dataset itself is called in {@link #condition}. */
  public static final String SELF = "headgate_self";

  public Orphans {
    columns = List.copyOf(columns);
    properties = List.copyOf(properties);
  }

  /** Holds for a row of {@link #SELF} that is one. */
  public String condition() {
    List<String> complete = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String own = SELF + "." + columns.get(i).sql();
      complete.add(own + " IS NOT NULL");
      same.add("headgate_other." + Sql.quoted(properties.get(i)) + " = " + own);
    }
    return Sql.all(complete)
        + " AND NOT EXISTS (SELECT 1 FROM "
        + Sql.quoted(dataset)
        + " AS headgate_other WHERE "
        + Sql.all(same)
        + ")";
  }

  @Override
  public String query(String from, Optional<String> where) {
    return "SELECT count(*) FROM "
        + from
        + " AS "
        + SELF
        + " WHERE "
        + where.map(w -> "(" + w + ") AND ").orElse("")
        + condition();
  }

  @Override
  public boolean scans() {
    return false;
  }

  @Override
  public Optional<Object> known(Table table) {
    boolean none =
        table.rows().equals(OptionalLong.of(0)) || columns.stream().anyMatch(Column::isEmpty);
    return none ? Optional.of(0L) : Optional.empty();
  }

  /** What other datasets hold may have changed since. */
  @Override
  public boolean addsUp(List<String> key) {
    return false;
  }
}
