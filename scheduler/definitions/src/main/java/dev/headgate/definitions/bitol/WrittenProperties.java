package dev.headgate.definitions.bitol;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code customProperties} by name, whatever they mean. */
public final class WrittenProperties {
  private final Values values;

  public WrittenProperties(Values values) {
    this.values = values;
  }

  /** Those with a value, in their order; a name that is there twice is a problem. */
  public Map<String, Yaml> read(Checked element) {
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
    return written;
  }

  /** As values of the model; nothing where there is null, also within. */
  public Map<String, Object> plain(Map<String, Yaml> written) {
    Map<String, Object> plain = new TreeMap<>();
    written.forEach((name, value) -> plain(value).ifPresent(v -> plain.put(name, v)));
    return plain;
  }

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
