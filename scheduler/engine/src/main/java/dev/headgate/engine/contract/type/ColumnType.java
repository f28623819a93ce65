package dev.headgate.engine.contract.type;

import dev.headgate.model.contract.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The types of Iceberg that a column of a contract may have.
 *
 * @param kinds any of these; all of them where the contract says nothing
 * @param arguments precision and scale of a decimal or length of a fixed; -1 where any will do,
 *     empty where nothing is said about them
 * @param text as the contract writes it
 */
public record ColumnType(Set<Kind> kinds, List<Integer> arguments, String text) {
  static final int ANY = -1;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  public ColumnType {
    kinds = Set.copyOf(kinds);
    arguments = List.copyOf(arguments);
  }

  /** Of a column: its physical type if that is understood, else its logical type, else any. */
  public static ColumnType of(Column column) {
    Optional<PhysicalType> physical = column.physicalType().flatMap(PhysicalType::parse);
    if (physical.isPresent()) {
      Set<Kind> kinds = physical.get().kinds();
      return new ColumnType(
          TypeTable.ofZone(kinds, column.options()),
          physical.get().arguments(),
          column.physicalType().orElseThrow());
    }
    return column
        .logicalType()
        .map(logical -> TypeTable.of(logical, column.options()))
        .orElseGet(() -> new ColumnType(EnumSet.allOf(Kind.class), List.of(), "any type"));
  }

  /**
   * The fields of a column: those that the contract describes, else those that its physical type
   * names, such as the element of {@code ARRAY<INT>}. Empty where nothing is said about them. A
   * map's key is required, whether the contract says so or not: no map has null for a key.
   */
  public static List<Column> fields(Column column) {
    if (!column.fields().isEmpty()) {
      boolean map = of(column).isOnly(Kind.MAP);
      return column.fields().stream()
          .map(field -> map && field.name().equals("key") ? required(field) : field)
          .toList();
    }
    return column
        .physicalType()
        .flatMap(PhysicalType::parse)
        .map(p -> p.fields().stream().map(ColumnType::field).toList())
        .orElse(List.of());
  }

  private static Column required(Column column) {
    return new Column(
        column.name(),
        column.logicalType(),
        column.physicalType(),
        true,
        column.unique(),
        column.primaryKey(),
        column.partitionKey(),
        column.classification(),
        column.deprecated(),
        column.description(),
        column.options(),
        column.allowed(),
        column.terms(),
        column.fields());
  }

  private static Column field(PhysicalType.Part part) {
    return new Column(
        part.name(),
        Optional.empty(),
        Optional.of(part.type()),
        part.required(),
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Whether a column of a table with this type of Iceberg keeps the promise. */
  public boolean admits(String icebergType) {
    return Kind.of(icebergType)
        .filter(kinds::contains)
        .map(kind -> !takesArguments(kind) || argumentsAdmit(numbers(icebergType)))
        .orElse(false);
  }

  /** Whether every table that keeps the other promise keeps this one. */
  public boolean includes(ColumnType other) {
    return kinds.containsAll(other.kinds)
        && (other.kinds.stream().noneMatch(ColumnType::takesArguments)
            || argumentsAdmit(other.arguments));
  }

  /**
   * Whether Iceberg can turn a column of this type into one of the other, each value staying what
   * it is.
   */
  public boolean promotesTo(ColumnType other) {
    if (equalsTo(other) || kinds.size() != 1 || other.kinds.size() != 1) {
      return false;
    }
    Kind from = kinds.iterator().next();
    Kind to = other.kinds.iterator().next();
    return (from == Kind.INT && to == Kind.LONG)
        || (from == Kind.FLOAT && to == Kind.DOUBLE)
        || (from == Kind.DECIMAL && to == Kind.DECIMAL && growsTo(other));
  }

  private boolean growsTo(ColumnType other) {
    return arguments.size() == 2
        && other.arguments.size() == 2
        && arguments.get(1).equals(other.arguments.get(1))
        && arguments.get(0) < other.arguments.get(0);
  }

  /** Whether both admit the same tables, however they are written. */
  public boolean equalsTo(ColumnType other) {
    return includes(other) && other.includes(this);
  }

  /** Whether nothing is said about the type. */
  public boolean isAny() {
    return kinds.size() == Kind.values().length;
  }

  /** Whether a column of this type can be nothing but this. */
  public boolean isOnly(Kind kind) {
    return kinds.equals(Set.of(kind));
  }

  /** As written, with Iceberg's word for it where that is another one. */
  public String wanted() {
    String iceberg =
        kinds.stream().sorted().map(Kind::toString).collect(Collectors.joining(" or "));
    return isAny()
            || text.equalsIgnoreCase(iceberg)
            || Kind.of(text).filter(this::isOnly).isPresent()
        ? text
        : text + " (" + iceberg + ")";
  }

  private boolean argumentsAdmit(List<Integer> found) {
    for (int i = 0; i < arguments.size(); i++) {
      int wanted = arguments.get(i);
      int actual = i < found.size() ? found.get(i) : ANY;
      if (wanted != ANY && wanted != actual) {
        return false;
      }
    }
    return true;
  }

  private static boolean takesArguments(Kind kind) {
    return kind == Kind.DECIMAL || kind == Kind.FIXED;
  }

  private static List<Integer> numbers(String type) {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(type);
    while (matcher.find()) {
      numbers.add(Integer.parseInt(matcher.group()));
    }
    return numbers;
  }
}
