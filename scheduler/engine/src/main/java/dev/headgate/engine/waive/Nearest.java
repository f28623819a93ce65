package dev.headgate.engine.waive;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the name that was probably meant. */
final class Nearest {
  private static final int MOST_SHOWN = 20;
  private static final int NEAREST_SHOWN = 8;
  private static final int LONGEST = 200;

  private Nearest() {}

  /** {@code "did you mean 'x'? known are …"}, for the end of a message. */
  static String of(String written, Collection<String> names) {
    if (names.isEmpty()) {
      return "there are none";
    }
    TreeSet<String> sorted = new TreeSet<>(names);
    String known =
        sorted.size() > MOST_SHOWN
            ? sorted.size() + " are known, the nearest are " + nearest(written, sorted)
            : "known are " + String.join(", ", sorted);
    return closest(written, sorted)
        .map(name -> "did you mean '" + name + "'? " + known)
        .orElse(known);
  }

  /** Those that the word is a part of come first, then those that differ least. */
  private static String nearest(String written, Collection<String> names) {
    String cut = written.substring(0, Math.min(written.length(), LONGEST));
    String lower = cut.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> name.length() <= LONGEST)
        .sorted(
            Comparator.comparing((String name) -> !name.toLowerCase(Locale.ROOT).contains(lower))
                .thenComparingInt(name -> distance(cut, name)))
        .limit(NEAREST_SHOWN)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> closest(String written, Collection<String> names) {
    if (written.isEmpty() || written.length() > LONGEST) {
      return Optional.empty();
    }
    int tolerated = Math.max(1, written.length() / 3);
    return names.stream()
        .filter(name -> name.length() <= LONGEST)
        .filter(name -> distance(written, name) <= tolerated || name.endsWith("." + written))
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /** Inserts, deletions and replacements from one to the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
