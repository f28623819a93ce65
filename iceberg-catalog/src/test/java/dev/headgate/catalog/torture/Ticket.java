package dev.headgate.catalog.torture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.catalog.TableIdentifier;

/** One attempt at one release. Its branches follow from it, so that a restart finds them again. */
record Ticket(long number, long attempt) {
  private static final int TWO_BRANCHES_EACH = 3;
  private static final int CONFLICT_EACH = 7;

  static Ticket first(long number) {
    return new Ticket(number, 1);
  }

  Ticket again() {
    return new Ticket(number, attempt + 1);
  }

  boolean hasTwoBranches() {
    return number % TWO_BRANCHES_EACH == 0;
  }

  /** Whether this attempt also touches a table that is written on main meanwhile. */
  boolean provokesConflict() {
    return number % CONFLICT_EACH == 3 && attempt == 1;
  }

  /** Whether it does so on this one of its branches. */
  boolean provokesConflictOn(String branch) {
    return provokesConflict() && branch.endsWith("-a");
  }

  /** Which tables are written on which branch. */
  Map<String, List<TableIdentifier>> branches() {
    String name = "release-" + number + "-" + attempt;
    Map<String, List<TableIdentifier>> branches = new TreeMap<>();
    int half = hasTwoBranches() ? Accounts.TABLES / 2 : Accounts.TABLES;
    branches.put(name + "-a", Accounts.tables(0, half));
    if (hasTwoBranches()) {
      branches.put(name + "-b", Accounts.tables(half, Accounts.TABLES));
    }
    return branches;
  }
}
