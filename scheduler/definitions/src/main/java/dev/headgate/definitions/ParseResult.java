package dev.headgate.definitions;

import dev.headgate.definitions.yaml.Problem;
import dev.headgate.model.product.Definitions;
import java.util.List;

/** What parsing came to: all of it, or every mistake and nothing else. */
public sealed interface ParseResult {
  /** Valid as a whole. */
  record Parsed(Definitions definitions) implements ParseResult {}

  /** Not valid; the mistakes in the order of files, lines and columns, at least one. */
  record Invalid(List<Problem> problems) implements ParseResult {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("invalid needs a problem");
      }
    }
  }
}
