package dev.headgate.server.plugins;

import dev.headgate.spi.KeySpec;
import dev.headgate.spi.PluginException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What plugins bring of one kind, by the name that definitions or configuration use for it. */
public final class Registry<T> {
  private final String kind;
  private final Map<String, Entry<T>> entries = new TreeMap<>();

  Registry(String kind) {
    this.kind = kind;
  }

  public Optional<Entry<T>> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** In the order of their names. */
  public Collection<Entry<T>> all() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** Refuses a name that is taken; asked before the instance is made. */
  void checkFree(String name) {
    if (name == null || name.isBlank()) {
      throw new PluginException("it brings a " + kind + " without a name");
    }
    Entry<T> taken = entries.get(name);
    if (taken != null) {
      throw new PluginException(
          "it brings the "
              + kind
              + " '"
              + name
              + "', and so does the plugin '"
              + taken.plugin()
              + "'");
    }
  }

  void add(Entry<T> entry) {
    checkFree(entry.name());
    entries.put(entry.name(), entry);
  }

  /**
   * One thing that a plugin brings.
   *
   * @param plugin who brings it
   * @param keys what an entry of a definition may have for it; empty where there is none
   * @param instance calls go into the plugin with its class loader as the thread's context; a
   *     defect such as a missing class comes out as {@link PluginException}
   */
  public record Entry<T>(String name, String plugin, List<KeySpec> keys, T instance) {
    public Entry {
      keys = List.copyOf(keys);
    }
  }
}
