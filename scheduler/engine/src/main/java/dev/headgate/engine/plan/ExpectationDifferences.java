package dev.headgate.engine.plan;

import dev.headgate.engine.contract.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of that which others expect of a dataset, told to whoever makes it. */
final class ExpectationDifferences {
  private ExpectationDifferences() {}

  static List<String> between(List<Expected> before, List<Expected> after) {
    Map<String, Expected> was = byKey(before);
    Map<String, Expected> is = byKey(after);
    List<String> details = new ArrayList<>();
    is.forEach(
        (key, now) -> {
          if (!was.containsKey(key)) {
            details.add(
                subject(now, " now expects ")
                    + ": "
                    + asks(now)
                    + (now.isAsked() ? "" : unasked(now)));
          } else if (!asks(was.get(key)).equals(asks(now))) {
            details.add(
                subject(now, " expects ")
                    + " differently: "
                    + asks(was.get(key))
                    + " → "
                    + asks(now));
          }
        });
    was.forEach(
        (key, gone) -> {
          if (!is.containsKey(key)) {
            details.add(subject(gone, " no longer expects "));
          }
        });
    return details;
  }

  private static Map<String, Expected> byKey(List<Expected> expected) {
    Map<String, Expected> byKey = new LinkedHashMap<>();
    expected.forEach(e -> byKey.put(e.reader() + " " + e.rule().name(), e));
    return byKey;
  }

  private static String subject(Expected expected, String verb) {
    return expected.consumer()
        + verb
        + "'"
        + expected.rule().name()
        + "' of it for "
        + expected.reader();
  }

  private static String asks(Expected expected) {
    return expected.severity() + ", " + expected.asks();
  }

  private static String unasked(Expected expected) {
    return " (" + expected.unasked() + ")";
  }
}
