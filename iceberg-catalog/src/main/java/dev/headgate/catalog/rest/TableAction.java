package dev.headgate.catalog.rest;

import dev.headgate.catalog.view.LakeCatalog;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.responses.LoadTableResponse;

/**
 * A change that is answered with the table's metadata.
 *
 * @param before whether the lake shows that it happened before
 */
record TableAction(
    TableIdentifier table,
    Function<LakeCatalog, LoadTableResponse> change,
    Predicate<LakeCatalog> before)
    implements Writes.Action {
  @Override
  public Reply first(LakeCatalog catalog) {
    return TableWriteEndpoints.reply(change.apply(catalog));
  }

  @Override
  public Reply again(LakeCatalog catalog) {
    return TableWriteEndpoints.load(catalog, table);
  }

  @Override
  public boolean happened(LakeCatalog catalog) {
    return before.test(catalog);
  }
}
