package dev.headgate.model.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column (or a field of one) as a contract promises it: a property of ODCS.
 *
 * @param name in the table: the physical name, else the name. The element of a list is called
 *     {@code element}, a map's {@code key} and {@code value}, as in Iceberg
 * @param physicalType the type in an engine's words, such as {@code DECIMAL(10,2)} or {@code
 *     BIGINT}; decides before {@code logicalType}
 * @param required never null
 * @param primaryKey its position in the primary key, from 1
 * @param partitionKey its position among the columns that the table is partitioned by, from 1
 * @param classification such as {@code restricted}; empty where the contract says none
 * @param options {@code logicalTypeOptions} as written: strings, longs, decimals, booleans, lists
 * @param allowed the values of {@code enum}; empty: any
 * @param terms the glossary's terms that it claims: its authoritative definitions whose {@code url}
 *     is {@code glossary:} and the term
 * @param fields of an object; the element of an array; key and value of a map
 */
public record Column(
    String name,
    Optional<LogicalType> logicalType,
    Optional<String> physicalType,
    boolean required,
    boolean unique,
    OptionalInt primaryKey,
    OptionalInt partitionKey,
    Optional<String> classification,
    boolean deprecated,
    Optional<String> description,
    Map<String, Object> options,
    List<Object> allowed,
    List<String> terms,
    List<Column> fields) {
  public Column {
    options = Map.copyOf(options);
    allowed = List.copyOf(allowed);
    terms = List.copyOf(terms);
    fields = List.copyOf(fields);
  }

  /** Whether it is classified as anything but public: its values are not shown in samples. */
  public boolean isClassified() {
    return classification.filter(c -> !c.equalsIgnoreCase("public")).isPresent();
  }
}
