package dev.headgate.spi;

import java.util.List;

/**
 * The one service of a plugin: it lists the factories of what it brings. Has a public constructor
 * without arguments.
 */
public interface Plugin {
  /**
   * Short and unique: the folder's name, and the prefix {@code plugin.<name>.} of its
   * configuration.
   */
  String name();

  default List<LauncherFactory> launchers() {
    return List.of();
  }

  default List<QueryEngineFactory> queryEngines() {
    return List.of();
  }

  default List<CheckFactory> checks() {
    return List.of();
  }

  default List<PolicyLanguageFactory> policyLanguages() {
    return List.of();
  }

  default List<NotifierFactory> notifiers() {
    return List.of();
  }

  default List<EventSinkFactory> eventSinks() {
    return List.of();
  }
}
