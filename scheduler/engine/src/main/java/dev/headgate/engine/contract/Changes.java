package dev.headgate.engine.contract;

import dev.headgate.model.contract.Compatibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found so far between two versions of a contract. */
final class Changes {
  private final Compatibility promise;
  private final String dataset;
  private final List<ContractChange> found = new ArrayList<>();
  private final Map<String, String> renamed = new HashMap<>();

  Changes(Compatibility promise, String dataset) {
    this.promise = promise;
    this.dataset = dataset;
  }

  /** On one column, or on one of its properties where that is not empty. */
  void column(
      ChangeRule rule, String column, String property, String before, String after, String what) {
    String path = property.isEmpty() ? column : column + "." + property;
    add(rule, path, before, after, List.of(column), "column '" + column + "' " + what);
  }

  void add(
      ChangeRule rule,
      String path,
      String before,
      String after,
      List<String> columns,
      String what) {
    String whole = path.isEmpty() ? dataset : dataset + "." + path;
    String sentence = what + ": " + rule.why();
    found.add(
        new ContractChange(rule, whole, before, after, rule.level(promise), columns, sentence));
  }

  void rename(String before, String after) {
    renamed.put(before, after);
  }

  /** The path that a column, or a field of a renamed one, has now. */
  String renamed(String path) {
    int dot = path.lastIndexOf('.');
    if (renamed.containsKey(path) || dot < 0) {
      return renamed.getOrDefault(path, path);
    }
    return renamed(path.substring(0, dot)) + path.substring(dot);
  }

  List<ContractChange> found() {
    return List.copyOf(found);
  }
}
