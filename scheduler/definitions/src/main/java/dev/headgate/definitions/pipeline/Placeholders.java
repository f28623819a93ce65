package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that each {@code ${name}} in the {@code args} of a Spark application is a parameter. */
final class Placeholders {
  private static final String SPARK_APP = "spark-app";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_-]*)}");

  private final Problems problems;
  private final Collection<String> parameters;

  Placeholders(Problems problems, Collection<String> parameters) {
    this.problems = problems;
    this.parameters = parameters;
  }

  /** Looks through the value of {@code datasets}, of whatever shape it is. */
  void check(Yaml datasets) {
    if (datasets instanceof Yaml.Mapping map) {
      map.entries().forEach(dataset -> find(dataset.value(), "job").ifPresent(this::checkJob));
    }
  }

  private void checkJob(Yaml job) {
    boolean isApplication =
        find(job, "type")
            .filter(type -> type instanceof Yaml.Scalar s && s.text().equals(SPARK_APP))
            .isPresent();
    if (isApplication && find(job, "args").orElse(null) instanceof Yaml.Sequence arguments) {
      for (Yaml argument : arguments.items()) {
        if (argument instanceof Yaml.Scalar text) {
          checkText(text);
        }
      }
    }
  }

  private void checkText(Yaml.Scalar text) {
    Matcher found = PLACEHOLDER.matcher(text.text());
    while (found.find()) {
      if (!parameters.contains(found.group(1))) {
        problems.add(
            text.at(),
            "'args': there is no parameter '"
                + found.group(1)
                + "': expected "
                + (parameters.isEmpty()
                    ? "it under 'parameters'"
                    : "one of " + String.join(", ", parameters)));
      }
    }
  }

  private static Optional<Yaml> find(Yaml value, String key) {
    return value instanceof Yaml.Mapping map
        ? map.entries().stream()
            .filter(entry -> entry.key().equals(key))
            .map(Yaml.Entry::value)
            .findFirst()
        : Optional.empty();
  }
}
