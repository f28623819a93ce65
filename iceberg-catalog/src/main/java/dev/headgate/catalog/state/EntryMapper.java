package dev.headgate.catalog.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an entry, with its name, from the columns that pointers and forks share. */
final class EntryMapper {
  static final String COLUMNS = "namespace, name, kind, object_id, state, snapshot_id, location";

  private EntryMapper() {}

  static Named named(ResultSet row, StatementContext context) throws SQLException {
    return new Named(
        new Name(row.getString("namespace"), row.getString("name")), entry(row, context));
  }

  static Entry entry(ResultSet row, StatementContext context) throws SQLException {
    return new Entry(
        Kind.valueOf(row.getString("kind")),
        row.getString("object_id"),
        row.getString("state"),
        row.getObject("snapshot_id", Long.class),
        row.getString("location"));
  }
}
