package dev.headgate.definitions.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that was probably meant. */
public final class Suggestion {
  private static final int LONGEST = 80;

  private Suggestion() {}

  /** The nearest of {@code words}, if it is near enough to be meant by {@code written}. */
  public static Optional<String> closest(String written, Collection<String> words) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(written);
    int tolerated = Math.max(1, plain.length() / 3);
    return words.stream()
        .filter(word -> word.length() <= LONGEST)
        .filter(
            word ->
                distance(plain, plain(word)) <= tolerated
                    || (plain.length() > 2 && plain(word).startsWith(plain)))
        .min(
            Comparator.comparingInt((String word) -> distance(plain, plain(word)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code "did you mean 'x'? expected one of …"}, for the end of a message. */
  public static String of(String written, Collection<String> words) {
    String expected =
        words.isEmpty() ? "none is known" : "expected one of " + String.join(", ", sorted(words));
    return closest(written, words)
        .map(word -> "did you mean '" + word + "'? " + expected)
        .orElse(expected);
  }

  private static Collection<String> sorted(Collection<String> words) {
    return words.stream().sorted().collect(Collectors.toList());
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Edits from one word to the other: insert, delete, replace, or swap two neighbours. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
