package dev.headgate.engine.contract.type;

import static dev.headgate.engine.contract.type.Kind.BINARY;
import static dev.headgate.engine.contract.type.Kind.BOOLEAN;
import static dev.headgate.engine.contract.type.Kind.DATE;
import static dev.headgate.engine.contract.type.Kind.DECIMAL;
import static dev.headgate.engine.contract.type.Kind.DOUBLE;
import static dev.headgate.engine.contract.type.Kind.FIXED;
import static dev.headgate.engine.contract.type.Kind.FLOAT;
import static dev.headgate.engine.contract.type.Kind.GEOGRAPHY;
import static dev.headgate.engine.contract.type.Kind.GEOMETRY;
import static dev.headgate.engine.contract.type.Kind.INT;
import static dev.headgate.engine.contract.type.Kind.LIST;
import static dev.headgate.engine.contract.type.Kind.LONG;
import static dev.headgate.engine.contract.type.Kind.MAP;
import static dev.headgate.engine.contract.type.Kind.STRING;
import static dev.headgate.engine.contract.type.Kind.STRUCT;
import static dev.headgate.engine.contract.type.Kind.TIME;
import static dev.headgate.engine.contract.type.Kind.TIMESTAMP;
import static dev.headgate.engine.contract.type.Kind.TIMESTAMPTZ;
import static dev.headgate.engine.contract.type.Kind.TIMESTAMPTZ_NS;
import static dev.headgate.engine.contract.type.Kind.TIMESTAMP_NS;
import static dev.headgate.engine.contract.type.Kind.UUID;
import static dev.headgate.engine.contract.type.Kind.VARIANT;

import dev.headgate.model.contract.LogicalType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which types of Iceberg a type of a contract stands for.
 *
 * <table>
 * <caption>By the names of engines: {@code physicalType}</caption>
 * <tr><th>Spark, Iceberg, ANSI and others</th><th>Iceberg</th></tr>
 * <tr><td>BOOLEAN, BOOL</td><td>boolean</td></tr>
 * <tr><td>TINYINT, BYTE, SMALLINT, SHORT, INT, INTEGER, INT2, INT4, INT32</td><td>int</td></tr>
 * <tr><td>BIGINT, LONG, INT8 (of PostgreSQL), INT64</td><td>long</td></tr>
 * <tr><td>FLOAT, REAL, FLOAT4, FLOAT32</td><td>float</td></tr>
 * <tr><td>DOUBLE, DOUBLE PRECISION, FLOAT8, FLOAT64</td><td>double</td></tr>
 * <tr><td>DECIMAL, DEC, NUMERIC, NUMBER; (p) is (p, 0)</td><td>decimal(p, s); without arguments any
 * decimal</td></tr>
 * <tr><td>STRING, TEXT, VARCHAR, CHAR, CHARACTER, CHARACTER VARYING, NVARCHAR, NCHAR</td><td>string: it
 * knows no length, promise one with {@code maxLength}</td></tr>
 * <tr><td>DATE</td><td>date</td></tr>
 * <tr><td>TIME, TIME WITHOUT TIME ZONE</td><td>time</td></tr>
 * <tr><td>TIMESTAMP</td><td>timestamp or timestamptz, for engines mean either by it; the option
 * {@code timezone} decides</td></tr>
 * <tr><td>TIMESTAMP_NTZ, DATETIME, TIMESTAMP WITHOUT TIME ZONE</td><td>timestamp</td></tr>
 * <tr><td>TIMESTAMPTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ, TIMESTAMP WITH [LOCAL] TIME ZONE</td><td>
 * timestamptz</td></tr>
 * <tr><td>TIMESTAMP_NS, TIMESTAMPTZ_NS</td><td>timestamp_ns, timestamptz_ns</td></tr>
 * <tr><td>UUID</td><td>uuid</td></tr>
 * <tr><td>BINARY, VARBINARY, BYTES, BYTEA, BLOB</td><td>binary or fixed</td></tr>
 * <tr><td>FIXED</td><td>fixed[n]</td></tr>
 * <tr><td>VARIANT, GEOMETRY, GEOGRAPHY</td><td>variant, geometry, geography</td></tr>
 * <tr><td>STRUCT&lt;name: type, …&gt;, ROW(name type, …)</td><td>struct</td></tr>
 * <tr><td>ARRAY&lt;type&gt;, LIST&lt;type&gt;</td><td>list</td></tr>
 * <tr><td>MAP&lt;key, value&gt;</td><td>map</td></tr>
 * </table>
 *
 * <table>
 * <caption>By ODCS' own words, where the physical type is missing or not among the above: {@code
 * logicalType}</caption>
 * <tr><th>ODCS</th><th>Iceberg</th></tr>
 * <tr><td>string</td><td>string, uuid; with the format {@code byte} or {@code binary} also binary, fixed
 * </td></tr>
 * <tr><td>date</td><td>date; with a format that has hours any timestamp (before v3.1 ODCS had no
 * other word)</td></tr>
 * <tr><td>timestamp</td><td>any timestamp; the option {@code timezone} decides whether with
 * zone</td></tr>
 * <tr><td>time</td><td>time</td></tr>
 * <tr><td>integer</td><td>int, long, decimal(any, 0)</td></tr>
 * <tr><td>number</td><td>int, long, float, double, any decimal</td></tr>
 * <tr><td>boolean</td><td>boolean</td></tr>
 * <tr><td>object</td><td>struct; where the contract names no fields also map, variant</td></tr>
 * <tr><td>array</td><td>list</td></tr>
 * <tr><td>map</td><td>map</td></tr>
 * </table>
 */
final class TypeTable {
  private static final Set<Kind> ZONED = EnumSet.of(TIMESTAMPTZ, TIMESTAMPTZ_NS);
  private static final Set<Kind> UNZONED = EnumSet.of(TIMESTAMP, TIMESTAMP_NS);
  private static final Set<Kind> TIMESTAMPS =
      EnumSet.of(TIMESTAMP, TIMESTAMPTZ, TIMESTAMP_NS, TIMESTAMPTZ_NS);
  private static final Map<String, Set<Kind>> NAMES = new TreeMap<>();

  static {
    name(EnumSet.of(BOOLEAN), "BOOLEAN", "BOOL");
    name(
        EnumSet.of(INT),
        "TINYINT",
        "BYTE",
        "SMALLINT",
        "SHORT",
        "INT",
        "INTEGER",
        "INT2",
        "INT4",
        "INT32");
    name(EnumSet.of(LONG), "BIGINT", "LONG", "INT8", "INT64");
    name(EnumSet.of(FLOAT), "FLOAT", "REAL", "FLOAT4", "FLOAT32");
    name(EnumSet.of(DOUBLE), "DOUBLE", "DOUBLE PRECISION", "FLOAT8", "FLOAT64");
    name(EnumSet.of(DECIMAL), "DECIMAL", "DEC", "NUMERIC", "NUMBER");
    name(EnumSet.of(STRING), "STRING", "TEXT", "VARCHAR", "CHAR", "NVARCHAR", "NCHAR");
    name(EnumSet.of(STRING), "CHARACTER", "CHARACTER VARYING");
    name(EnumSet.of(DATE), "DATE");
    name(EnumSet.of(TIME), "TIME", "TIME WITHOUT TIME ZONE");
    name(EnumSet.of(TIMESTAMP, TIMESTAMPTZ), "TIMESTAMP");
    name(EnumSet.of(TIMESTAMP), "TIMESTAMP_NTZ", "DATETIME", "TIMESTAMP WITHOUT TIME ZONE");
    name(EnumSet.of(TIMESTAMPTZ), "TIMESTAMPTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ");
    name(EnumSet.of(TIMESTAMPTZ), "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH LOCAL TIME ZONE");
    name(EnumSet.of(TIMESTAMP_NS), "TIMESTAMP_NS");
    name(EnumSet.of(TIMESTAMPTZ_NS), "TIMESTAMPTZ_NS");
    name(EnumSet.of(UUID), "UUID");
    name(EnumSet.of(BINARY, FIXED), "BINARY", "VARBINARY", "BYTES", "BYTEA", "BLOB");
    name(EnumSet.of(FIXED), "FIXED");
    name(EnumSet.of(VARIANT), "VARIANT");
    name(EnumSet.of(GEOMETRY), "GEOMETRY");
    name(EnumSet.of(GEOGRAPHY), "GEOGRAPHY");
    name(EnumSet.of(STRUCT), "STRUCT", "ROW");
    name(EnumSet.of(LIST), "ARRAY", "LIST");
    name(EnumSet.of(MAP), "MAP");
  }

  private TypeTable() {}

  private static void name(Set<Kind> kinds, String... names) {
    for (String name : names) {
      NAMES.put(name, kinds);
    }
  }

  /** Of the name of a physical type in upper case; empty if it is not in the table. */
  static Set<Kind> ofName(String name) {
    return NAMES.getOrDefault(name, Set.of());
  }

  static ColumnType of(LogicalType logical, Map<String, Object> options) {
    String format = String.valueOf(options.getOrDefault("format", ""));
    Set<Kind> kinds =
        switch (logical) {
          case STRING ->
              format.equals("byte") || format.equals("binary")
                  ? EnumSet.of(STRING, UUID, BINARY, FIXED)
                  : EnumSet.of(STRING, UUID);
          case DATE -> format.matches(".*[Hh].*") ? TIMESTAMPS : EnumSet.of(DATE);
          case TIMESTAMP -> TIMESTAMPS;
          case TIME -> EnumSet.of(TIME);
          case INTEGER -> EnumSet.of(INT, LONG, DECIMAL);
          case NUMBER -> EnumSet.of(INT, LONG, FLOAT, DOUBLE, DECIMAL);
          case BOOLEAN -> EnumSet.of(BOOLEAN);
          case OBJECT -> EnumSet.of(STRUCT, MAP, VARIANT);
          case ARRAY -> EnumSet.of(LIST);
          case MAP -> EnumSet.of(MAP);
        };
    List<Integer> arguments =
        logical == LogicalType.INTEGER ? List.of(ColumnType.ANY, 0) : List.of();
    return new ColumnType(ofZone(kinds, options), arguments, logical.toString());
  }

  /** What is left of timestamps where the contract says whether they have a zone. */
  static Set<Kind> ofZone(Set<Kind> kinds, Map<String, Object> options) {
    if (!TIMESTAMPS.containsAll(kinds) || !(options.get("timezone") instanceof Boolean zone)) {
      return kinds;
    }
    Set<Kind> left =
        kinds.stream().filter((zone ? ZONED : UNZONED)::contains).collect(Collectors.toSet());
    return left.isEmpty() ? kinds : left;
  }
}
