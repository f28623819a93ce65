package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.Product.Parameter;
import dev.headgate.model.product.Product.ParameterType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code parameters}. */
final class ParameterReader {
  private static final Keys KEYS = Keys.of("type", "optional");
  private static final String EXPECTED =
      "parameters by name, for example {day: {type: date, optional: true}}";
  private static final List<String> TYPES =
      Arrays.stream(ParameterType.values()).map(t -> t.name().toLowerCase(Locale.ROOT)).toList();

  private final Values values;

  ParameterReader(Values values) {
    this.values = values;
  }

  /**
   * The parameters by name.
   *
   * @param triggered whether releases start without a request: these have no value to give
   */
  Map<String, Parameter> read(Section pipeline, boolean triggered) {
    Map<String, Parameter> parameters = new TreeMap<>();
    pipeline.entries(
        "parameters", EXPECTED, e -> one(e, triggered).ifPresent(p -> parameters.put(e.key(), p)));
    return parameters;
  }

  private Optional<Parameter> one(Yaml.Entry entry, boolean triggered) {
    String what = "parameter " + Yaml.quoted(entry.key());
    if (!entry.key().matches("[A-Za-z_][A-Za-z0-9_-]*")) {
      values
          .problems()
          .add(
              entry.at(),
              what + " is not a name: expected a letter, then letters, digits, '_' and '-'");
    }
    Optional<Section> section = Section.of(entry.value(), what, entry.at(), KEYS, values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    section.get().require("type", "one of " + String.join(", ", TYPES));
    Optional<Located<String>> type = section.get().word("type", TYPES);
    boolean unsaid = !section.get().has("optional");
    Optional<Boolean> optional = unsaid ? Optional.of(false) : section.get().bool("optional");
    if (triggered && optional.isPresent() && !optional.get()) {
      values
          .problems()
          .add(
              entry.at(),
              what
                  + " has no value when a trigger starts a release: expected 'optional: true', or"
                  + " no trigger");
    }
    return type.flatMap(
        t ->
            optional.map(
                o -> new Parameter(ParameterType.valueOf(t.value().toUpperCase(Locale.ROOT)), o)));
  }
}
