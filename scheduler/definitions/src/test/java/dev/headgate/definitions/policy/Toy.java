package dev.headgate.definitions.policy;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.FactType;
import dev.headgate.definitions.keys.FactType.ListOf;
import dev.headgate.definitions.keys.FactType.MapOf;
import dev.headgate.definitions.keys.FactType.Plain;
import dev.headgate.definitions.keys.FactType.Struct;
import dev.headgate.definitions.keys.PolicyCompiler;
import java.util.Map;
import java.util.Optional;

/** A policy language in which everything is a condition but what has {@code wrong} in it. */
final class Toy {
  private static final String WRONG = "wrong";

  private static final FactType DATASET =
      new Struct("dataset", Map.of("name", Plain.TEXT, "rows", Plain.WHOLE));

  static final Extensions EXTENSIONS =
      new Extensions(
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of("cel", Toy::check, "toy", Toy::check),
          Map.of(
              "product",
              new Struct(
                  "product",
                  Map.of(
                      "name", Plain.TEXT,
                      "owners", new ListOf(Plain.TEXT),
                      "share", Plain.DECIMAL,
                      "public", Plain.FLAG,
                      "age", Plain.DURATION,
                      "datasets", new ListOf(DATASET),
                      "properties", new MapOf(Plain.TEXT))),
              "now",
              Plain.INSTANT));

  private Toy() {}

  private static Optional<PolicyCompiler.Mistake> check(String expression) {
    int at = expression.indexOf(WRONG);
    if (at < 0) {
      return Optional.empty();
    }
    String before = expression.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, at) + 1;
    return Optional.of(new PolicyCompiler.Mistake("this is wrong", line, column));
  }
}
