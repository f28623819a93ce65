package dev.headgate.definitions.contract;

import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.LogicalType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What sort of values a column has, as far as its contract tells for certain. Names of physical
 * types that are not known here, and those that engines use for different things, tell nothing.
 */
enum Family {
  BOOLEAN,
  WHOLE,
  /** Numbers of any kind. */
  NUMBER,
  TEXT,
  DATE,
  /** Points in time, with a zone or without. */
  TIMESTAMP,
  /** Points in time without a zone. */
  LOCAL_TIMESTAMP,
  TIME,
  STRUCT,
  LIST,
  MAP;

  private static final Set<Family> NUMBERS = EnumSet.of(WHOLE, NUMBER);
  private static final Set<Family> MOMENTS = EnumSet.of(DATE, TIMESTAMP, LOCAL_TIMESTAMP);
  private static final Set<Family> NESTED = EnumSet.of(STRUCT, LIST, MAP);
  private static final Map<String, Family> NAMES = new TreeMap<>();

  static {
    names(BOOLEAN, "BOOLEAN", "BOOL");
    names(WHOLE, "TINYINT", "SMALLINT", "INT", "INTEGER", "BIGINT", "LONG", "INT2", "INT4", "INT8");
    names(WHOLE, "INT32", "INT64");
    names(NUMBER, "FLOAT", "REAL", "DOUBLE", "DOUBLE PRECISION", "DECIMAL", "NUMERIC", "NUMBER");
    names(TEXT, "STRING", "TEXT", "VARCHAR", "CHAR", "CHARACTER", "CHARACTER VARYING", "NVARCHAR");
    names(DATE, "DATE");
    names(TIME, "TIME");
    names(TIMESTAMP, "TIMESTAMP", "TIMESTAMPTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ");
    names(TIMESTAMP, "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH LOCAL TIME ZONE");
    names(LOCAL_TIMESTAMP, "TIMESTAMP_NTZ", "TIMESTAMP WITHOUT TIME ZONE", "TIMESTAMP_NS");
    names(LOCAL_TIMESTAMP, "DATETIME");
    names(STRUCT, "STRUCT", "ROW");
    names(LIST, "ARRAY", "LIST");
    names(MAP, "MAP");
  }

  private static void names(Family family, String... names) {
    for (String name : names) {
      NAMES.put(name, family);
    }
  }

  /** Of a column: by its physical type, where that is known, else by its logical type. */
  static Optional<Family> of(Column column) {
    return of(column.logicalType(), column.physicalType(), column.options());
  }

  static Optional<Family> of(
      Optional<LogicalType> logical, Optional<String> physical, Map<String, Object> options) {
    if (physical.isPresent()) {
      // A type that is not known may be any, whatever its values mean.
      return ofPhysical(physical.get()).map(f -> f.withZone(physical.get(), options));
    }
    return logical.map(l -> ofLogical(l, options));
  }

  /**
   * By the first word of a physical type, such as {@code DECIMAL(10,2)}; {@code int[]} is a list.
   */
  static Optional<Family> ofPhysical(String type) {
    return type.strip().matches(".*\\[\\d*]")
        ? Optional.of(LIST)
        : Optional.ofNullable(NAMES.get(name(type)));
  }

  private static String name(String type) {
    String plain = type.strip().toUpperCase(Locale.ROOT);
    return plain
        .replaceFirst("^(TIMESTAMP|TIME) ?\\(\\d+\\)", "$1")
        .replaceFirst("[(<\\[].*", "")
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static Family ofLogical(LogicalType logical, Map<String, Object> options) {
    return switch (logical) {
      case STRING -> TEXT;
      case DATE ->
          // Before v3.1 the standard has no other word for points in time.
          options.get("format") instanceof String f && f.matches(".*[Hh].*")
              ? TIMESTAMP.withZone("", options)
              : DATE;
      case TIMESTAMP -> TIMESTAMP.withZone("", options);
      case TIME -> TIME;
      case INTEGER -> WHOLE;
      case NUMBER -> NUMBER;
      case BOOLEAN -> BOOLEAN;
      case OBJECT -> STRUCT;
      case ARRAY -> LIST;
      case MAP -> MAP;
    };
  }

  /** Where the name of the type does not tell whether it has a zone, the option does. */
  private Family withZone(String physical, Map<String, Object> options) {
    boolean open = physical.isEmpty() || name(physical).equals("TIMESTAMP");
    return this == TIMESTAMP && open && Boolean.FALSE.equals(options.get("timezone"))
        ? LOCAL_TIMESTAMP
        : this;
  }

  /** Whether no value of a column of this physical type is one of the logical type. */
  boolean contradicts(LogicalType logical) {
    return switch (logical) {
      case STRING -> this == BOOLEAN || NUMBERS.contains(this) || NESTED.contains(this);
      case INTEGER, NUMBER ->
          this == BOOLEAN || this == TIME || MOMENTS.contains(this) || NESTED.contains(this);
      case BOOLEAN -> this == TIME || MOMENTS.contains(this) || NESTED.contains(this);
      case DATE, TIMESTAMP -> this == BOOLEAN || this == TIME || NESTED.contains(this);
      case TIME -> this == BOOLEAN || this == DATE || NESTED.contains(this);
      case OBJECT, MAP -> this == LIST || (isSingle() && this != TEXT);
      case ARRAY -> this == STRUCT || this == MAP || (isSingle() && this != TEXT);
    };
  }

  /** Whether values of the one are no values of the other, so that comparing them is a mistake. */
  boolean isUnlike(Family other) {
    return isSingle()
        && other.isSingle()
        && this != other
        && !(NUMBERS.contains(this) && NUMBERS.contains(other))
        && !(MOMENTS.contains(this) && MOMENTS.contains(other));
  }

  boolean isNumber() {
    return NUMBERS.contains(this);
  }

  /** Whether its values are days, or points in time. */
  boolean isMoment() {
    return MOMENTS.contains(this);
  }

  boolean isSingle() {
    return !NESTED.contains(this);
  }
}
