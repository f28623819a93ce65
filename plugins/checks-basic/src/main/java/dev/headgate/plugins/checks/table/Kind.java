package dev.headgate.plugins.checks.table;

import java.util.Locale;

/** What sort of values a column has. */
public enum Kind {
  INTEGER,
  DECIMAL,
  FLOAT,
  DOUBLE,
  BOOLEAN,
  TEXT,
  DATE,
  /** A point in time without a zone. */
  LOCAL_TIMESTAMP,
  TIMESTAMP,
  TIME,
  BINARY,
  LIST,
  MAP,
  STRUCT,
  /** Of a type that rules have nothing to ask of. */
  OTHER,
  /** Nothing tells the type. */
  UNKNOWN;

  /** By Iceberg's name of the type, such as {@code decimal(10, 2)}. */
  public static Kind ofIceberg(String type) {
    return switch (word(type)) {
      case "int", "long" -> INTEGER;
      case "decimal" -> DECIMAL;
      case "float" -> FLOAT;
      case "double" -> DOUBLE;
      case "boolean" -> BOOLEAN;
      case "string", "uuid" -> TEXT;
      case "date" -> DATE;
      case "timestamp", "timestamp_ns" -> LOCAL_TIMESTAMP;
      case "timestamptz", "timestamptz_ns" -> TIMESTAMP;
      case "time" -> TIME;
      case "binary", "fixed" -> BINARY;
      case "list" -> LIST;
      case "map" -> MAP;
      case "struct" -> STRUCT;
      default -> OTHER;
    };
  }

  /** By the query engine's name of the type. */
  public static Kind ofSql(String type) {
    return switch (word(type)) {
      case "tinyint", "smallint", "int", "integer", "bigint" -> INTEGER;
      case "decimal", "numeric" -> DECIMAL;
      case "float", "real" -> FLOAT;
      case "double" -> DOUBLE;
      case "boolean" -> BOOLEAN;
      case "string", "char", "character", "varchar" -> TEXT;
      default -> OTHER;
    };
  }

  private static String word(String type) {
    return type.toLowerCase(Locale.ROOT).split("[^a-z_]", 2)[0];
  }

  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL || isFloating();
  }

  /** Whether values are the nearest ones that binary floating point has. */
  public boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whether values can be sorted. */
  public boolean isOrdered() {
    return switch (this) {
      case INTEGER, DECIMAL, FLOAT, DOUBLE, BOOLEAN, TEXT, DATE, LOCAL_TIMESTAMP, TIMESTAMP, TIME ->
          true;
      case BINARY, LIST, MAP, STRUCT, OTHER, UNKNOWN -> false;
    };
  }
}
