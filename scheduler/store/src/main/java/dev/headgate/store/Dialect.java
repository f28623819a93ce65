package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between the databases; everything else is SQL that both understand. */
interface Dialect {
  /** Where Flyway finds this database's migrations. */
  List<String> migrations();

  /** The query whose one value is the next release's id. */
  String nextReleaseId();

  /** Refuses a database that would lose what it acknowledged. */
  void checkDurable(Connection connection) throws SQLException;

  /** The dialect of the database behind a connection. */
  static Dialect of(Connection connection) throws SQLException {
    String name = connection.getMetaData().getDatabaseProductName();
    return switch (name) {
      case "H2" -> new H2Dialect();
      case "PostgreSQL" -> new PostgresDialect();
      default ->
          throw new HeadgateException(
              ErrorCode.INVALID_REQUEST, "the database is " + name + "; expected H2 or PostgreSQL");
    };
  }
}
