package dev.headgate.definitions.policy;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.FactType;
import dev.headgate.definitions.keys.FactType.ListOf;
import dev.headgate.definitions.keys.FactType.MapOf;
import dev.headgate.definitions.keys.FactType.Plain;
import dev.headgate.definitions.keys.FactType.Struct;
import dev.headgate.definitions.keys.PolicyCompiler;
import dev.headgate.model.policy.PolicyRule.Scope;
import java.util.Map;
import java.util.Optional;

/**
 * A policy language in which everything is a condition but what has {@code wrong} in it, and what
 * reads {@code dataset} in another scope than its own.
 */
final class Toy {
  private static final String WRONG = "wrong";

  private static final FactType DATASET =
      new Struct("dataset", Map.of("name", Plain.TEXT, "rows", Plain.WHOLE));

  private static final FactType PRODUCT =
      new Struct(
          "product",
          Map.of(
              "name", Plain.TEXT,
              "owners", new ListOf(Plain.TEXT),
              "share", Plain.DECIMAL,
              "public", Plain.FLAG,
              "age", Plain.DURATION,
              "datasets", new ListOf(DATASET),
              "properties", new MapOf(Plain.TEXT)));

  static final Extensions EXTENSIONS =
      new Extensions(
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of("cel", Toy::check, "toy", Toy::check),
          Map.of(
              Scope.PRODUCT, Map.of("product", PRODUCT, "now", Plain.INSTANT),
              Scope.DATASET, Map.of("product", PRODUCT, "dataset", DATASET, "now", Plain.INSTANT),
              Scope.RELEASE, Map.of("product", PRODUCT, "now", Plain.INSTANT)));

  private Toy() {}

  private static Optional<PolicyCompiler.Mistake> check(String expression, Scope scope) {
    int at = expression.indexOf(WRONG);
    int stranger = scope == Scope.DATASET ? -1 : expression.indexOf("dataset");
    if (at < 0 && stranger < 0) {
      return Optional.empty();
    }
    if (at < 0) {
      return Optional.of(
          new PolicyCompiler.Mistake("'dataset' is not of " + scope, 1, stranger + 1));
    }
    String before = expression.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, at) + 1;
    return Optional.of(new PolicyCompiler.Mistake("this is wrong", line, column));
  }
}
