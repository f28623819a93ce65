package dev.headgate.engine.sql;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Expectation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What rules read of an input by what they name; what their SQL reads is the analyzer's to say. */
final class RuleUse {
  private static final String ARGUMENTS = "arguments";
  private static final String PROPERTIES = "properties";

  /** Arguments that are no names. */
  private static final Set<String> VALUES =
      Set.of("validValues", "missingValues", "pattern", "format");

  private RuleUse() {}

  /** Whether a rule of a dataset, or an expectation that it has, is on an input or names it. */
  static boolean reads(Dataset dataset, DatasetName input) {
    return dataset.expectations().stream().anyMatch(e -> e.input().equals(input))
        || rules(dataset).anyMatch(rule -> names(rule, input));
  }

  /** The columns of the input that they read; empty where a rule does not say which. */
  static Optional<Set<String>> columns(Dataset dataset, DatasetName input) {
    Set<String> columns = new HashSet<>();
    for (Expectation expectation : dataset.expectations()) {
      if (expectation.input().equals(input)) {
        columns.addAll(own(expectation.rule()));
      }
    }
    for (CheckSpec rule : rules(dataset).filter(r -> names(r, input)).toList()) {
      if (!isRelationship(rule)) {
        return Optional.empty();
      }
      columns.addAll(texts(arguments(rule).get(PROPERTIES)));
    }
    return Optional.of(columns);
  }

  private static Stream<CheckSpec> rules(Dataset dataset) {
    return Stream.concat(
        dataset.checks().stream(), dataset.expectations().stream().map(Expectation::rule));
  }

  private static boolean isRelationship(CheckSpec rule) {
    return rule.type().equals("relationship");
  }

  private static boolean names(CheckSpec rule, DatasetName input) {
    return texts(arguments(rule)).contains(input.toString());
  }

  /** Of the dataset that the rule is on; what is no column of it does no harm. */
  private static Set<String> own(CheckSpec rule) {
    Set<String> columns = texts(rule.settings().get("column"));
    arguments(rule)
        .forEach(
            (key, value) -> {
              boolean ofAnother = isRelationship(rule) && key.equals(PROPERTIES);
              if (!ofAnother && !VALUES.contains(key.toString())) {
                columns.addAll(texts(value));
              }
            });
    return columns;
  }

  private static Map<?, ?> arguments(CheckSpec rule) {
    return rule.settings().get(ARGUMENTS) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Set<String> texts(Object value) {
    Set<String> texts = new HashSet<>();
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof Collection<?> list) {
      list.forEach(each -> texts.addAll(texts(each)));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> texts.addAll(texts(each)));
    }
    return texts;
  }
}
