package dev.headgate.definitions.contract;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.yaml.At;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.product.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code schema}: the promise on one table, before it is known which.
 *
 * @param at where its name is
 * @param table {@code physicalName}, where it has one
 * @param rules that are written and that the schema implies; relationships are not among them
 */
public record SchemaObject(
    At at,
    String name,
    Optional<String> id,
    Optional<String> table,
    Optional<String> description,
    List<Property> properties,
    List<CheckDraft> rules,
    List<String> documentation,
    List<Relationship> relationships,
    List<ServiceLevel> serviceLevels,
    CustomProperties.Read custom) {

  SchemaObject with(List<Relationship> others, List<ServiceLevel> levels) {
    return new SchemaObject(
        at, name, id, table, description, properties, rules, documentation, others, levels, custom);
  }

  /** The column with this path. */
  Optional<Column> column(String path) {
    return properties.stream()
        .flatMap(Property::all)
        .filter(p -> p.path().equals(path))
        .map(Property::column)
        .findFirst();
  }

  boolean isFor(DatasetName dataset) {
    return names(name, dataset) || table.filter(t -> names(t, dataset)).isPresent();
  }

  private static boolean names(String written, DatasetName dataset) {
    return written.equals(dataset.table()) || written.equals(dataset.toString());
  }

  /** How errors list it. */
  String label() {
    return table
        .filter(t -> !t.equals(name))
        .map(t -> name + " (physicalName " + t + ")")
        .orElse(name);
  }
}
