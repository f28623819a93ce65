package dev.headgate.plugins.checks;

import dev.headgate.spi.KeySpec;
import java.util.List;

/** {@code rowCount}: the rows of the dataset. */
final class RowCount implements Metric {
  static final List<KeySpec> KEYS = List.of(KeySpec.optional("unit", KeySpec.Type.STRING, "rows"));

  @Override
  public Measurement measure(One request) throws InterruptedException {
    Unit.rowsOnly(request);
    List<Object> row = Sql.row(request, "SELECT count(*) FROM " + Sql.quoted(request.dataset()), 1);
    return new Measurement(Measured.Numeric.of(Sql.count(row.get(0))), "", "rows");
  }
}
