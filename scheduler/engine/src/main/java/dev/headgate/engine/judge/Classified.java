package dev.headgate.engine.judge;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.contract.Column;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where there are columns whose values only few may see. */
final class Classified {
  private Classified() {}

  /** The classified columns of a dataset, and the fields within them. */
  static Set<String> columns(Dataset dataset) {
    Set<String> names = new HashSet<>();
    dataset
        .contract()
        .ifPresent(contract -> contract.columns().forEach(c -> columns("", c, false, names)));
    return names;
  }

  /** A field of what is classified is classified, too. */
  private static void columns(String parent, Column column, boolean within, Set<String> into) {
    String path = parent + column.name();
    boolean hidden = within || column.isClassified();
    if (hidden) {
      into.add(path);
    }
    column.fields().forEach(field -> columns(path + ".", field, hidden, into));
  }

  /** Whether rules on a dataset read any: of the dataset itself, or of one that they name. */
  static boolean isRead(DatasetName dataset, List<CheckSpec> rules, Definitions definitions) {
    return definitions.products().values().stream()
        .flatMap(product -> product.datasets().stream())
        .filter(d -> d.name().equals(dataset) || isNamed(d.name(), rules))
        .anyMatch(d -> !columns(d).isEmpty());
  }

  /** By its last part: SQL may write the whole in many ways. */
  private static boolean isNamed(DatasetName dataset, List<CheckSpec> rules) {
    String table = dataset.table().toLowerCase(Locale.ROOT);
    return rules.stream()
        .anyMatch(r -> r.settings().toString().toLowerCase(Locale.ROOT).contains(table));
  }
}
