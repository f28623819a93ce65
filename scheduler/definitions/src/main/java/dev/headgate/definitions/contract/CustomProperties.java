package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Compatibility;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code customProperties}: those that Headgate understands, and the others as written. What
 * a schema object says comes before what the document says.
 */
final class CustomProperties {
  private static final String COMPATIBILITY = "compatibility";
  private static final String APPROVERS = "promotionApprovers";
  private static final String GROUPS = "a list of groups of the domain, each once";
  private static final List<String> COMPATIBILITIES =
      Arrays.stream(Compatibility.values()).map(Compatibility::name).toList();

  private final Values values;

  CustomProperties(Values values) {
    this.values = values;
  }

  /**
   * What they say.
   *
   * @param others by name, those of {@code null} left out
   */
  record Read(
      Optional<Compatibility> compatibility,
      Optional<List<Located<String>>> approvers,
      Map<String, Object> others) {

    /** This, and where it says nothing the other. */
    Read orElse(Read outer) {
      Map<String, Object> all = new TreeMap<>(outer.others);
      all.putAll(others);
      return new Read(compatibility.or(outer::compatibility), approvers.or(outer::approvers), all);
    }
  }

  /** Whether an element has this custom property, and it is true. */
  static boolean isTrue(Checked element, String property) {
    return element.mappings("customProperties").stream()
        .anyMatch(c -> c.text("property").filter(property::equals).isPresent() && c.flag("value"));
  }

  Read read(Checked element) {
    Map<String, Yaml> written = new LinkedHashMap<>();
    for (Checked custom : element.mappings("customProperties")) {
      Optional<Located<String>> name = custom.located("property");
      Optional<Yaml> value = custom.value("value");
      if (name.isPresent()
          && value.isPresent()
          && written.putIfAbsent(name.get().value(), value.get()) != null) {
        values
            .problems()
            .add(
                name.get().at(),
                "'property': the custom property "
                    + Yaml.quoted(name.get().value())
                    + " is there twice: expected it once");
      }
    }
    Map<String, Object> others = new TreeMap<>();
    written.forEach(
        (name, value) -> {
          if (!name.equals(COMPATIBILITY) && !name.equals(APPROVERS)) {
            plain(value).ifPresent(v -> others.put(name, v));
          }
        });
    return new Read(
        Optional.ofNullable(written.get(COMPATIBILITY))
            .flatMap(v -> values.word(v, COMPATIBILITY, COMPATIBILITIES))
            .map(w -> Compatibility.valueOf(w.value())),
        Optional.ofNullable(written.get(APPROVERS)).map(v -> values.distinct(v, APPROVERS, GROUPS)),
        others);
  }

  /** As values of the model; nothing where there is null, also within. */
  private Optional<Object> plain(Yaml value) {
    if (value instanceof Yaml.Sequence list) {
      return Optional.of(list.items().stream().flatMap(i -> plain(i).stream()).toList());
    }
    if (value instanceof Yaml.Mapping map) {
      Map<String, Object> plain = new TreeMap<>();
      map.entries().forEach(e -> plain(e.value()).ifPresent(v -> plain.put(e.key(), v)));
      return Optional.of(Map.copyOf(plain));
    }
    boolean isNull = ((Yaml.Scalar) value).kind() == Yaml.Kind.NOTHING;
    return isNull ? Optional.empty() : values.any(value, "value");
  }
}
