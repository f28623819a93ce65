package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.ChangeRule.CONSTRAINT_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.CONSTRAINT_LOOSENED;
import static dev.headgate.engine.contract.ChangeRule.CONSTRAINT_TIGHTENED;
import static dev.headgate.engine.contract.ChangeRule.ENUM_DECLARED;
import static dev.headgate.engine.contract.ChangeRule.ENUM_REMOVED;
import static dev.headgate.engine.contract.ChangeRule.ENUM_VALUE_ADDED;
import static dev.headgate.engine.contract.ChangeRule.ENUM_VALUE_REMOVED;

import dev.headgate.engine.contract.type.ColumnType;
import dev.headgate.model.contract.Column;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which values a column may have: {@code enum} and {@code logicalTypeOptions}. */
final class OptionChanges {
  /** Options that a bound is made of; they are compared as bounds. */
  private static final Map<String, Bound.Side> BOUNDS =
      Map.of(
          "minimum", Bound.Side.LOWER,
          "maximum", Bound.Side.UPPER,
          "minLength", Bound.Side.LOWER,
          "maxLength", Bound.Side.UPPER,
          "minItems", Bound.Side.LOWER,
          "maxItems", Bound.Side.UPPER,
          "minProperties", Bound.Side.LOWER,
          "maxProperties", Bound.Side.UPPER);

  private static final Set<String> EXCLUSIVE = Set.of("exclusiveMinimum", "exclusiveMaximum");

  private final Changes changes;

  OptionChanges(Changes changes) {
    this.changes = changes;
  }

  void compare(String path, Column was, Column is) {
    allowed(path, was.allowed(), is.allowed());
    for (String key : new TreeSet<>(BOUNDS.keySet())) {
      Bound before = Bound.of(was.options(), key, BOUNDS.get(key));
      Bound after = Bound.of(is.options(), key, BOUNDS.get(key));
      report(path, key, before.toString(), after.toString(), before.to(after));
    }
    boolean otherType = !ColumnType.of(was).equalsTo(ColumnType.of(is));
    Set<String> others = new TreeSet<>(was.options().keySet());
    others.addAll(is.options().keySet());
    others.removeAll(BOUNDS.keySet());
    others.removeAll(EXCLUSIVE);
    for (String key : others) {
      boolean tellsTheType = key.equals("timezone") && otherType;
      if (!tellsTheType) {
        Option option = new Option(key, was.options().get(key), is.options().get(key));
        report(path, key, option.beforeText(), option.afterText(), option.shift());
      }
    }
  }

  private void report(String path, String key, String before, String after, Shift shift) {
    ChangeRule rule =
        switch (shift) {
          case SAME -> null;
          case LOOSENED -> CONSTRAINT_LOOSENED;
          case TIGHTENED -> CONSTRAINT_TIGHTENED;
          case OTHER -> CONSTRAINT_CHANGED;
        };
    if (rule != null) {
      changes.add(
          rule,
          path + "." + key,
          before,
          after,
          List.of(path),
          Words.changed("'" + key + "' of column '" + path + "'", before, after));
    }
  }

  private void allowed(String path, List<Object> before, List<Object> after) {
    Set<String> was = texts(before);
    Set<String> is = texts(after);
    if (was.equals(is)) {
      return;
    }
    String old = quoted(was);
    String now = quoted(is);
    if (was.isEmpty()) {
      allow(ENUM_DECLARED, path, "", now, "may now have only " + now);
    } else if (is.isEmpty()) {
      allow(ENUM_REMOVED, path, old, "", "may now have other values than " + old);
    } else {
      String come = quoted(without(is, was));
      String gone = quoted(without(was, is));
      if (!come.isEmpty()) {
        allow(ENUM_VALUE_ADDED, path, "", come, "may now also be " + come);
      }
      if (!gone.isEmpty()) {
        allow(ENUM_VALUE_REMOVED, path, gone, "", "may no longer be " + gone);
      }
    }
  }

  private void allow(ChangeRule rule, String path, String before, String after, String what) {
    changes.column(rule, path, "enum", before, after, what);
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    return all.stream()
        .filter(v -> !some.contains(v))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String quoted(Set<String> values) {
    return values.stream().map(v -> "'" + v + "'").collect(Collectors.joining(", "));
  }

  private static Set<String> texts(List<Object> values) {
    return values.stream().map(Value::text).collect(Collectors.toCollection(TreeSet::new));
  }
}
