package dev.headgate.catalog.torture;

import dev.headgate.catalog.promotion.Step;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How a process is to die: at a step of its own, or by a signal from outside at any moment. */
record Death(String name) {
  static final Death BY_SIGNAL = new Death("SIGNAL");

  /** The exit code of a process that was killed; those that halt themselves use it too. */
  static final int EXIT_CODE = 137;

  static Death at(Step step) {
    return new Death(step.name());
  }

  static List<Death> all() {
    return Stream.concat(Arrays.stream(Step.values()).map(Death::at), Stream.of(BY_SIGNAL))
        .toList();
  }

  boolean isAt(Step step) {
    return name.equals(step.name());
  }
}
