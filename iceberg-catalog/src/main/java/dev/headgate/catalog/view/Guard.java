package dev.headgate.catalog.view;

import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.view.ViewMetadata;

/** May refuse commits on a branch that carries it. */
public interface Guard {
  /** Refuses nothing. */
  Guard NONE =
      new Guard() {
        @Override
        public void check(
            String branch,
            TableIdentifier table,
            Schema before,
            TableMetadata metadata,
            boolean newData) {}

        @Override
        public void checkView(
            String branch,
            TableIdentifier view,
            Schema before,
            ViewMetadata metadata,
            boolean newVersion) {}
      };

  /**
   * Looks at what a commit would make of a table, before anything is written. Also asked when a
   * table is staged, so that nobody writes files for what cannot be; and when one is renamed.
   *
   * @param before the columns that the table has now; none where it is not there yet
   * @param newData whether the table would show another snapshot than it does now
   * @throws org.apache.iceberg.exceptions.ForbiddenException with the reason, to refuse it
   */
  void check(
      String branch, TableIdentifier table, Schema before, TableMetadata metadata, boolean newData);

  /**
   * The same for an Iceberg view: one that is made, replaced, altered, registered or renamed.
   *
   * @param before the columns that the view has now; none where it is not there yet
   * @param newVersion whether its SQL or its columns would be others than now
   * @throws org.apache.iceberg.exceptions.ForbiddenException with the reason, to refuse it
   */
  void checkView(
      String branch,
      TableIdentifier view,
      Schema before,
      ViewMetadata metadata,
      boolean newVersion);
}
