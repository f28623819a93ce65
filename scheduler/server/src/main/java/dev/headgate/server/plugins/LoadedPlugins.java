package dev.headgate.server.plugins;

import dev.headgate.spi.Check;
import dev.headgate.spi.EventSink;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.QueryEngine;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All plugins of a server and what they bring. Thread-safe once loaded. */
public final class LoadedPlugins implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoadedPlugins.class);

  private final Map<String, Path> folders = new TreeMap<>();
  private final Registry<Launcher> launchers = new Registry<>("job type");
  private final Registry<Check> checks = new Registry<>("check");
  private final Registry<Notifier> notifiers = new Registry<>("notifier");
  private final Registry<PolicyLanguage> policyLanguages = new Registry<>("policy language");
  private final Registry<QueryEngine> queryEngines = new Registry<>("query engine");
  private final Registry<EventSink> eventSinks = new Registry<>("event sink");
  private final Deque<Closing> closings = new ArrayDeque<>();

  LoadedPlugins() {}

  /** The folders that plugins came from, by the plugins' names. */
  public Map<String, Path> folders() {
    return Map.copyOf(folders);
  }

  /** By job type. */
  public Registry<Launcher> launchers() {
    return launchers;
  }

  /** By metric or type. */
  public Registry<Check> checks() {
    return checks;
  }

  /** By what {@code notify.to} says. */
  public Registry<Notifier> notifiers() {
    return notifiers;
  }

  /** By the {@code language} of policies. */
  public Registry<PolicyLanguage> policyLanguages() {
    return policyLanguages;
  }

  public Registry<QueryEngine> queryEngines() {
    return queryEngines;
  }

  /** Those that are configured. */
  public Registry<EventSink> eventSinks() {
    return eventSinks;
  }

  void addFolder(String plugin, Path folder) {
    folders.put(plugin, folder);
  }

  /** Has it closed with all the rest, before what was added earlier. */
  void onClose(String what, AutoCloseable closeable) {
    closings.push(new Closing(what, closeable));
  }

  /** Closes everything in the reverse order of loading; goes on where something fails to close. */
  @Override
  public synchronized void close() {
    while (!closings.isEmpty()) {
      Closing next = closings.pop();
      try {
        next.closeable().close();
      } catch (InterruptedException e) {
        LOG.warn("interrupted while closing {}", next.what());
        Thread.currentThread().interrupt();
      } catch (Exception | LinkageError e) {
        LOG.warn("{} failed to close", next.what(), e);
      }
    }
  }

  private record Closing(String what, AutoCloseable closeable) {}
}
