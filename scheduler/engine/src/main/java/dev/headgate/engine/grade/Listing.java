package dev.headgate.engine.grade;

import java.util.List;

/** Some of many, in a sentence. */
final class Listing {
  private static final int SHOWN = 3;

  private Listing() {}

  static String of(List<?> all) {
    int more = all.size() - SHOWN;
    List<String> shown = all.stream().limit(SHOWN).map(Object::toString).toList();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }

  static String have(List<?> all, String one, String several) {
    return of(all) + " " + (all.size() == 1 ? one : several);
  }

  static String count(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
