package dev.headgate.definitions.check;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Field;
import dev.headgate.definitions.shape.Shape.Fields;
import dev.headgate.definitions.shape.Shape.Items;
import dev.headgate.definitions.shape.Shape.Plain;
import dev.headgate.definitions.shape.ShapeCheck;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code arguments} of the library's metrics: the standard itself says which they have. */
final class ArgumentReader {
  private static final Shape SINGLES = new Items(Plain.SINGLE, 1);
  private static final Field ANY_BOUND = new Field(Plain.SINGLE, false, false);
  private static final Field SIZE = new Field(Plain.SIZE, false, false);

  private final Values values;
  private final ShapeCheck shapes;

  ArgumentReader(Values values) {
    this.values = values;
    this.shapes = new ShapeCheck(values);
  }

  /** Whether the metric is one of the standard's that have arguments. */
  static boolean knows(String metric) {
    return metric.equals("duplicateValues")
        || metric.equals("missingValues")
        || metric.equals("invalidValues");
  }

  /** The arguments; those of the wrong shape are problems and left out. */
  Map<String, Object> read(Section check, String metric, String what, RulePlace place) {
    if (!metric.equals("duplicateValues")) {
      check.require(CheckSettings.ARGUMENTS, "a mapping with " + String.join(", ", names(metric)));
    }
    Optional<Yaml.Entry> entry = check.entry(CheckSettings.ARGUMENTS, "a mapping");
    if (entry.isEmpty()) {
      return Map.of();
    }
    int before = values.problems().count();
    Fields shape = new Fields("'arguments'", "", fields(metric, place), Map.of());
    shapes.check(entry.get().value(), shape, CheckSettings.ARGUMENTS, entry.get().at());
    if (values.problems().count() > before) {
      return Map.of();
    }
    Checked arguments = Checked.of(entry.get().value()).orElseThrow();
    Map<String, Object> read = new TreeMap<>();
    for (Yaml.Entry argument : arguments.yaml().entries()) {
      value(argument.value(), argument.key()).ifPresent(v -> read.put(argument.key(), v));
    }
    if (read.isEmpty()) {
      values
          .problems()
          .add(
              entry.get().at(),
              what + " has no arguments: expected " + String.join(" or ", names(metric)));
    }
    arguments.located("pattern").ifPresent(p -> checkPattern(p.value(), arguments));
    return read;
  }

  private static List<String> names(String metric) {
    return switch (metric) {
      case "duplicateValues" -> List.of("properties");
      case "missingValues" -> List.of("missingValues");
      default -> List.of("validValues", "pattern");
    };
  }

  private static Map<String, Field> fields(String metric, RulePlace place) {
    Map<String, Field> fields = new LinkedHashMap<>();
    if (metric.equals("duplicateValues")) {
      fields.put("properties", new Field(new Items(Plain.NAME, 1), true, false));
    } else if (metric.equals("missingValues")) {
      fields.put("missingValues", new Field(SINGLES, true, false));
    } else {
      fields.put("validValues", new Field(SINGLES, false, false));
      fields.put("pattern", new Field(Plain.NAME, false, false));
      if (!place.inContract()) {
        List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
            .forEach(bound -> fields.put(bound, ANY_BOUND));
        List.of("minLength", "maxLength", "minItems", "maxItems")
            .forEach(size -> fields.put(size, SIZE));
        fields.put("format", new Field(Plain.NAME, false, false));
        fields.put("multipleOf", new Field(Plain.NUMBER, false, false));
        fields.put("uniqueItems", new Field(Plain.FLAG, false, false));
      }
    }
    return fields;
  }

  /** Nothing stands for null, which is always missing and never invalid: it need not be told. */
  private Optional<Object> value(Yaml value, String name) {
    if (value instanceof Yaml.Sequence list) {
      List<Object> items = new ArrayList<>();
      for (Yaml item : list.items()) {
        boolean isNull = item instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.NOTHING;
        if (!isNull) {
          values.any(item, name).ifPresent(items::add);
        }
      }
      return Optional.of(List.copyOf(items));
    }
    return values.any(value, name);
  }

  private void checkPattern(String pattern, Checked arguments) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      values
          .problems()
          .add(
              arguments.value("pattern").orElseThrow().at(),
              "'pattern': " + Yaml.quoted(pattern) + " is no regular expression: " + mistake(e));
    }
  }

  static String mistake(PatternSyntaxException e) {
    return e.getDescription() + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1));
  }
}
