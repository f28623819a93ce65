package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.ChangeRule.PARTITION_KEY_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.PRIMARY_KEY_ADDED;
import static dev.headgate.engine.contract.ChangeRule.PRIMARY_KEY_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.PRIMARY_KEY_REMOVED;
import static dev.headgate.engine.contract.ChangeRule.PRIMARY_KEY_REORDERED;
import static dev.headgate.engine.contract.ChangeRule.PRIMARY_KEY_TIGHTENED;

import dev.headgate.model.contract.Contract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The primary key and the partition key. A column that was renamed is the same column. */
final class KeyChanges {
  private final Changes changes;

  KeyChanges(Changes changes) {
    this.changes = changes;
  }

  void compare(Contract before, Contract after) {
    primary(renamed(KeyColumns.primary(before)), KeyColumns.primary(after));
    List<String> was = renamed(KeyColumns.partition(before));
    List<String> is = KeyColumns.partition(after);
    if (!was.equals(is)) {
      report(PARTITION_KEY_CHANGED, "partitionKey", "the partition key", was, is);
    }
  }

  private List<String> renamed(List<String> columns) {
    return columns.stream().map(changes::renamed).toList();
  }

  private void primary(List<String> was, List<String> is) {
    if (was.equals(is)) {
      return;
    }
    Set<String> old = new HashSet<>(was);
    Set<String> now = new HashSet<>(is);
    ChangeRule rule;
    if (now.isEmpty()) {
      rule = PRIMARY_KEY_REMOVED;
    } else if (old.isEmpty()) {
      rule = PRIMARY_KEY_ADDED;
    } else if (old.equals(now)) {
      rule = PRIMARY_KEY_REORDERED;
    } else {
      rule = old.containsAll(now) ? PRIMARY_KEY_TIGHTENED : PRIMARY_KEY_CHANGED;
    }
    report(rule, "primaryKey", "the primary key", was, is);
  }

  private void report(
      ChangeRule rule, String path, String what, List<String> was, List<String> is) {
    Set<String> columns = new TreeSet<>(was);
    columns.addAll(is);
    String before = String.join(", ", was);
    String after = String.join(", ", is);
    changes.add(
        rule, path, before, after, List.copyOf(columns), Words.changed(what, before, after));
  }
}
