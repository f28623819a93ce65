package dev.headgate.definitions.contract;

import dev.headgate.definitions.bitol.WrittenProperties;
import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Compatibility;
import java.util.Arrays;
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
    WrittenProperties properties = new WrittenProperties(values);
    Map<String, Yaml> written = properties.read(element);
    Map<String, Yaml> others = new TreeMap<>(written);
    others.keySet().removeAll(List.of(COMPATIBILITY, APPROVERS));
    return new Read(
        Optional.ofNullable(written.get(COMPATIBILITY))
            .flatMap(v -> values.word(v, COMPATIBILITY, COMPATIBILITIES))
            .map(w -> Compatibility.valueOf(w.value())),
        Optional.ofNullable(written.get(APPROVERS)).map(v -> values.distinct(v, APPROVERS, GROUPS)),
        properties.plain(others));
  }
}
