package dev.headgate.engine.sql;

import dev.headgate.engine.contract.Expected;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Expectation;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the SQL in definitions. */
final class Statements {
  private static final String SQL_JOB = "spark-sql";
  private static final String FILE = "file";
  private static final String SQL_RULE = "sql";

  private Statements() {}

  static List<Statement> all(Definitions definitions) {
    List<Statement> all = new ArrayList<>();
    for (Product product : definitions.sortedProducts().values()) {
      product.datasets().forEach(dataset -> all.addAll(of(definitions, product, dataset)));
    }
    return all;
  }

  /** The job's, where it is SQL, then those of rules. */
  static List<Statement> of(Definitions definitions, Product product, Dataset dataset) {
    List<Statement> found = new ArrayList<>();
    job(definitions, product, dataset).ifPresent(found::add);
    for (CheckSpec own : dataset.checks()) {
      Optional<Place> place =
          definitions.places().of(Places.Kind.CHECK, dataset.name(), own.name());
      rule(dataset.name(), dataset.name(), own, place).ifPresent(found::add);
    }
    Expected.by(definitions, product, dataset)
        .forEach(expected -> expectation(definitions, expected).ifPresent(found::add));
    return found;
  }

  /** Of an expectation; empty where it is no SQL. */
  static Optional<Statement> expectation(Definitions definitions, Expected expected) {
    Expectation expectation = expected.expectation();
    Optional<Place> place = expected.place(definitions);
    return rule(expected.reader(), expectation.input(), expected.rule(), place);
  }

  /** The query that makes the dataset; empty where something else does. */
  static Optional<Statement> job(Definitions definitions, Product product, Dataset dataset) {
    if (!dataset.job().type().equals(SQL_JOB)) {
      return Optional.empty();
    }
    String file = String.valueOf(dataset.job().settings().get(FILE));
    String path = definitions.places().queryOf(dataset.name()).orElse(file);
    return Optional.ofNullable(dataset.job().files().get(file))
        .map(definitions.bundle()::get)
        .map(
            text ->
                new Statement(
                    dataset.name(),
                    Statement.Kind.JOB,
                    path,
                    text,
                    parameters(product),
                    Optional.empty()));
  }

  private static Optional<Statement> rule(
      DatasetName dataset, DatasetName object, CheckSpec rule, Optional<Place> place) {
    if (!rule.type().equals(SQL_RULE) || !(rule.settings().get("query") instanceof String query)) {
      return Optional.empty();
    }
    String property =
        rule.settings().get("column") instanceof String column ? quoted(column) : "{property}";
    String text =
        query.replace("{object}", quoted(object.toString())).replace("{property}", property);
    String origin = "the rule '" + rule.name() + "' (" + rule.origin() + ")";
    return Optional.of(new Statement(dataset, Statement.Kind.RULE, origin, text, Map.of(), place));
  }

  private static String quoted(String path) {
    return "`" + path.replace("`", "``").replace(".", "`.`") + "`";
  }

  /** Text has none: it may hold anything. */
  private static Map<String, String> parameters(Product product) {
    Map<String, String> values = new HashMap<>();
    product
        .parameters()
        .forEach(
            (name, parameter) ->
                value(parameter.type()).ifPresent(value -> values.put(name, value)));
    return values;
  }

  private static Optional<String> value(Product.ParameterType type) {
    return switch (type) {
      case STRING -> Optional.empty();
      case INTEGER -> Optional.of("1");
      case DECIMAL -> Optional.of("1.5");
      case BOOLEAN -> Optional.of("true");
      case DATE -> Optional.of("2001-06-30");
      case TIMESTAMP -> Optional.of("2001-06-30T12:00:00Z");
    };
  }
}
