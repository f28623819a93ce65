package dev.headgate.catalog.view;

import dev.headgate.catalog.state.Name;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Properties that are laid over what main shows of a table each time that it is loaded, so that any
 * engine's user sees them. They begin with {@value #PREFIX} and are never stored; what somebody
 * stored under such a name is not shown.
 */
public final class Labels {
  /** What the names of labels begin with. */
  static final String PREFIX = "headgate.";

  private static final Logger LOG = LoggerFactory.getLogger(Labels.class);

  private final Function<Name, Map<String, String>> labels;

  public Labels(Function<Name, Map<String, String>> labels) {
    this.labels = labels;
  }

  static boolean is(String key) {
    return key.startsWith(PREFIX);
  }

  /** The labels of a name; none where they cannot be told, so that its table can be read. */
  Map<String, String> of(Name name) {
    try {
      Map<String, String> told = new TreeMap<>(labels.apply(name));
      told.keySet().removeIf(key -> !is(key));
      return told;
    } catch (RuntimeException e) {
      LOG.warn("{} is served without labels", name, e);
      return Map.of();
    }
  }
}
