package dev.headgate.spi;

import dev.headgate.model.policy.PolicyRule.Scope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts that a policy can ask about, with their types: what a condition is type-checked
 * against, and what {@link PolicyLanguage.Condition#holds} is given: maps by field name, lists,
 * texts, longs, doubles, booleans, {@link java.time.Instant}s and {@link java.time.Duration}s. An
 * optional fact that is absent is missing in its map.
 */
public final class PolicyFacts {
  private PolicyFacts() {}

  /** A type of a fact. */
  public sealed interface Type {
    /** Text, whole number, decimal, truth value, point in time, length of time. */
    enum Plain implements Type {
      TEXT,
      WHOLE,
      DECIMAL,
      FLAG,
      INSTANT,
      DURATION
    }

    /** A list of one type. */
    record ListOf(Type element) implements Type {}

    /** A map from texts to one type. */
    record MapOf(Type value) implements Type {}

    /** A record: fields by name; its own name is for messages. */
    record Struct(String name, Map<String, Type> fields) implements Type {
      public Struct {
        fields = Map.copyOf(fields);
      }
    }
  }

  private static final Type TEXT = Type.Plain.TEXT;
  private static final Type WHOLE = Type.Plain.WHOLE;
  private static final Type DECIMAL = Type.Plain.DECIMAL;
  private static final Type FLAG = Type.Plain.FLAG;
  private static final Type INSTANT = Type.Plain.INSTANT;
  private static final Type TEXTS = new Type.ListOf(TEXT);

  /** One column, as its contract promises it. */
  public static final Type.Struct COLUMN =
      new Type.Struct(
          "column",
          Map.of(
              "name", TEXT,
              "type", TEXT,
              "required", FLAG,
              "classification", TEXT,
              "description", TEXT,
              "deprecated", FLAG,
              "terms", TEXTS));

  /** One service level. */
  public static final Type.Struct SERVICE_LEVEL =
      new Type.Struct("serviceLevel", Map.of("property", TEXT, "value", TEXT));

  /** A dataset's contract. */
  public static final Type.Struct CONTRACT =
      new Type.Struct(
          "contract",
          Map.of(
              "id", TEXT,
              "version", TEXT,
              "major", WHOLE,
              "status", TEXT,
              "description", TEXT,
              "owners", TEXTS,
              "columns", new Type.ListOf(COLUMN),
              "serviceLevels", new Type.ListOf(SERVICE_LEVEL),
              "sunset", INSTANT,
              "properties", new Type.MapOf(TEXT)));

  /** A dataset and how it is made; {@code contract} is absent where it has none. */
  public static final Type.Struct DATASET =
      new Type.Struct(
          "dataset",
          Map.of(
              "name", TEXT,
              "inputs", TEXTS,
              "job", TEXT,
              "checks", WHOLE,
              "consumers", TEXTS,
              "contract", CONTRACT));

  /** A product. */
  public static final Type.Struct PRODUCT =
      new Type.Struct(
          "product",
          Map.ofEntries(
              Map.entry("name", TEXT),
              Map.entry("domain", TEXT),
              Map.entry("owners", TEXTS),
              Map.entry("description", TEXT),
              Map.entry("status", TEXT),
              Map.entry("version", TEXT),
              Map.entry("tags", TEXTS),
              Map.entry("approvals", WHOLE),
              Map.entry("datasets", new Type.ListOf(DATASET)),
              Map.entry("properties", new Type.MapOf(TEXT))));

  /** A release, while it is judged. */
  public static final Type.Struct RELEASE =
      new Type.Struct(
          "release",
          Map.of(
              "id", WHOLE,
              "kind", TEXT,
              "requestedBy", TEXT,
              "parameters", new Type.MapOf(TEXT),
              "first", FLAG));

  /** One check's result. */
  public static final Type.Struct CHECK =
      new Type.Struct(
          "check",
          Map.of("dataset", TEXT, "name", TEXT, "severity", TEXT, "outcome", TEXT, "origin", TEXT));

  /** What the checks came to. */
  public static final Type.Struct VERDICT =
      new Type.Struct(
          "verdict",
          Map.of(
              "passed", FLAG,
              "failed", WHOLE,
              "warnings", WHOLE,
              "waived", WHOLE,
              "checks", new Type.ListOf(CHECK)));

  /** What a release changes of one table since the last release, by metadata. */
  public static final Type.Struct CHANGE =
      new Type.Struct(
          "change",
          Map.ofEntries(
              Map.entry("dataset", TEXT),
              Map.entry("kind", TEXT),
              Map.entry("rowsBefore", WHOLE),
              Map.entry("rows", WHOLE),
              Map.entry("rowsChangedPercent", DECIMAL),
              Map.entry("columnsAdded", TEXTS),
              Map.entry("columnsRemoved", TEXTS),
              Map.entry("columnsRetyped", TEXTS),
              Map.entry("versionBefore", TEXT),
              Map.entry("version", TEXT),
              Map.entry("change", TEXT),
              Map.entry("sideBySide", FLAG),
              Map.entry("unaccepted", TEXTS)));

  /**
   * The variables, of whatever scope. {@code dataset} and {@code contract} are there for policies
   * of scope dataset; {@code release}, {@code verdict} and {@code changes} while a release is
   * judged; {@code now} always.
   */
  public static final Map<String, Type> VARIABLES =
      Map.of(
          "product", PRODUCT,
          "dataset", DATASET,
          "contract", CONTRACT,
          "release", RELEASE,
          "verdict", VERDICT,
          "changes", new Type.ListOf(CHANGE),
          "now", INSTANT);

  /** The variables that are there for policies of a scope, always or sometimes. */
  public static Map<String, Type> of(Scope scope) {
    Map<String, Type> variables = new TreeMap<>(VARIABLES);
    if (scope != Scope.DATASET) {
      variables.remove("dataset");
      variables.remove("contract");
    }
    return Map.copyOf(variables);
  }

  /** The fields of a struct, sorted, for messages. */
  public static List<String> names(Type.Struct struct) {
    return struct.fields().keySet().stream().sorted().toList();
  }
}
