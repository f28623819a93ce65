package dev.headgate.store;

import java.sql.Connection;
import java.util.List;

final class PostgresDialect implements Dialect {
  @Override
  public List<String> migrations() {
    return List.of(Migrations.SHARED, Migrations.ROOT + "/postgresql");
  }

  @Override
  public String nextReleaseId() {
    return "SELECT nextval('hg_release_id')";
  }

  /** PostgreSQL is durable unless an administrator decided otherwise, which is theirs to decide. */
  @Override
  public void checkDurable(Connection connection) {}
}
