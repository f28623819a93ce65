package dev.headgate.plugins.checks;

import java.util.Arrays;

/** What Spark has and H2 has not. */
public final class H2Functions {
  private H2Functions() {}

  public static Integer[] distinct(Integer[] array) {
    return Arrays.stream(array).distinct().toArray(Integer[]::new);
  }
}
