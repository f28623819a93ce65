package dev.headgate.engine.contract;

import dev.headgate.engine.contract.Mismatch.Kind;
import dev.headgate.engine.contract.type.ColumnType;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a table or an Iceberg view is what its contract promises, by its schema alone. Columns
 * are found by name, in any order; their case matters only between two that differ in nothing else.
 * Where the contract names no columns, or no fields of a column, any will do. A column that must
 * not be null may be optional in the table: the check on its values sees to it. A view is not asked
 * for a partition key.
 */
public final class Conformance {
  private static final int SHOWN = 3;
  private static final int LISTED = 8;

  private final String label;
  private final List<Mismatch> found = new ArrayList<>();

  private Conformance(String label) {
    this.label = label;
  }

  /** Everything that is not as promised, in the contract's order; then what it does not know. */
  public static List<Mismatch> findings(
      Contract contract, List<Field> fields, List<PartitionKey> partition) {
    return findings(contract, fields, Optional.of(partition));
  }

  /** The same of an Iceberg view. */
  public static List<Mismatch> ofView(Contract contract, List<Field> fields) {
    return findings(contract, fields, Optional.empty());
  }

  private static List<Mismatch> findings(
      Contract contract, List<Field> fields, Optional<List<PartitionKey>> partition) {
    Conformance conformance = new Conformance(contract.label());
    conformance.compare("", contract.columns(), fields);
    partition.ifPresent(p -> conformance.comparePartition(KeyColumns.partition(contract), p));
    return List.copyOf(conformance.found);
  }

  /**
   * Why the contract does not allow a commit that leaves the table like this; empty if it does. A
   * table may be made step by step: that a column is missing, or the partition key another, counts
   * only with data.
   *
   * @param withData whether the commit brings data
   */
  public static Optional<String> objection(
      Contract contract, List<Field> fields, List<PartitionKey> partition, boolean withData) {
    return objection(contract, List.of(), fields, Optional.of(partition), withData);
  }

  /**
   * The same for a table that is there already, perhaps from an earlier version of the contract: as
   * long as a commit brings no data, it need not put right what it found.
   *
   * @param before the table's columns before the commit
   * @param partition empty for an Iceberg view
   */
  public static Optional<String> objection(
      Contract contract,
      List<Field> before,
      List<Field> fields,
      Optional<List<PartitionKey>> partition,
      boolean withData) {
    List<Mismatch> found = findings(contract, before, partition);
    List<String> sentences =
        findings(contract, fields, partition).stream()
            .filter(m -> withData || (m.kind().isLasting() && !found.contains(m)))
            .map(Mismatch::sentence)
            .toList();
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    String first = sentences.stream().limit(SHOWN).collect(Collectors.joining("; "));
    int more = sentences.size() - SHOWN;
    return Optional.of(more > 0 ? first + "; and " + more + " more" : first);
  }

  private void compare(String parent, List<Column> columns, List<Field> fields) {
    if (columns.isEmpty()) {
      return;
    }
    Set<Field> known = new HashSet<>();
    for (Column column : columns) {
      String path = parent + column.name();
      Optional<Field> field = field(column.name(), columns, fields);
      field.ifPresentOrElse(
          f -> {
            known.add(f);
            compare(path, column, f);
          },
          () -> missing(path, column));
    }
    for (Field field : fields) {
      if (!known.contains(field)) {
        String path = parent + field.name();
        add(
            Kind.EXTRA,
            path,
            "column '"
                + path
                + "' ("
                + field.type()
                + ") is not in "
                + label
                + ", which has "
                + (parent.isEmpty() ? "columns " : "fields ")
                + names(columns));
      }
    }
  }

  private static String names(List<Column> columns) {
    String first =
        columns.stream().limit(LISTED).map(Column::name).collect(Collectors.joining(", "));
    return columns.size() > LISTED ? first + ", …" : first;
  }

  private static Optional<Field> field(String name, List<Column> columns, List<Field> fields) {
    Optional<Field> exact = fields.stream().filter(f -> f.name().equals(name)).findFirst();
    return exact.isPresent()
        ? exact
        : fields.stream()
            .filter(f -> f.name().equalsIgnoreCase(name))
            .filter(f -> columns.stream().noneMatch(c -> c.name().equals(f.name())))
            .findFirst();
  }

  private void compare(String path, Column column, Field field) {
    ColumnType wanted = ColumnType.of(column);
    List<Column> parts = ColumnType.fields(column);
    if (!wanted.admits(field.type()) || (!parts.isEmpty() && field.fields().isEmpty())) {
      add(
          Kind.TYPE,
          path,
          "column '"
              + path
              + "' is "
              + field.type()
              + ", but "
              + label
              + " wants "
              + wanted.wanted());
      return;
    }
    compare(path + ".", parts, field.fields());
  }

  private void missing(String path, Column column) {
    add(
        Kind.MISSING,
        path,
        "column '"
            + path
            + "' is missing: "
            + label
            + " wants it as "
            + ColumnType.of(column).wanted());
  }

  private void comparePartition(List<String> wanted, List<PartitionKey> partition) {
    if (wanted.isEmpty()) {
      return;
    }
    List<String> actual =
        partition.stream()
            .filter(key -> !key.transform().equals("void"))
            .map(PartitionKey::column)
            .distinct()
            .toList();
    boolean same =
        wanted.size() == actual.size()
            && IntStream.range(0, wanted.size())
                .allMatch(i -> wanted.get(i).equalsIgnoreCase(actual.get(i)));
    if (!same) {
      add(
          Kind.PARTITION,
          "",
          "the table is "
              + (actual.isEmpty()
                  ? "not partitioned"
                  : "partitioned by " + String.join(", ", actual))
              + ", but "
              + label
              + " wants it by "
              + String.join(", ", wanted));
    }
  }

  private void add(Kind kind, String column, String sentence) {
    found.add(new Mismatch(kind, column, sentence));
  }
}
