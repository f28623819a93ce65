package dev.headgate.server.plugins;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.spi.Plugin;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads plugins, each in a class loader of its own; shipped ones exactly as a site's own. */
public final class PluginLoader {
  private static final Logger LOG = LoggerFactory.getLogger(PluginLoader.class);

  private final Path installation;
  private final Path data;

  /**
   * A loader.
   *
   * @param installation the folder of the distribution, given to plugins
   * @param data where each plugin gets a folder of its own
   */
  public PluginLoader(Path installation, Path data) {
    this.installation = installation;
    this.data = data;
  }

  /**
   * Loads every sub-folder of the directories as a plugin and makes all that the plugins bring. Any
   * failure closes what is open and stops the start, saying which plugin, where and why.
   *
   * @param config the server's configuration; {@code plugin.<name>.<key>} is for plugins
   */
  public LoadedPlugins load(List<Path> directories, Map<String, String> config) {
    PluginConfig configs = new PluginConfig(config);
    Map<String, PluginFolder> folders = folders(directories);
    configs.checkAllAreFor(folders.keySet());
    LoadedPlugins loaded = new LoadedPlugins();
    for (PluginFolder folder : folders.values()) {
      try {
        load(folder, configs.of(folder.name()), loaded);
      } catch (Throwable e) {
        loaded.close();
        throw failure(folder, e);
      }
    }
    return loaded;
  }

  private static Map<String, PluginFolder> folders(List<Path> directories) {
    Map<String, PluginFolder> folders = new TreeMap<>();
    for (Path directory : directories) {
      for (PluginFolder folder : PluginFolder.in(directory)) {
        PluginFolder other = folders.putIfAbsent(folder.name(), folder);
        if (other != null) {
          throw new HeadgateException(
              ErrorCode.INVALID_REQUEST,
              "there are two plugins '"
                  + folder.name()
                  + "': in "
                  + other.path()
                  + " and in "
                  + folder.path()
                  + "; expected one");
        }
      }
    }
    return folders;
  }

  private void load(PluginFolder folder, Map<String, String> config, LoadedPlugins loaded)
      throws Exception {
    String name = folder.name();
    PluginClassLoader loader =
        new PluginClassLoader(name, folder.jars(), PluginLoader.class.getClassLoader());
    loaded.onClose("the class loader of plugin '" + name + "'", loader);
    PluginCalls calls = new PluginCalls(name, loader);
    Path own = Files.createDirectories(data.resolve(name));
    PluginContext context = new PluginContext(config, installation, own);
    calls.call(
        () -> {
          new PluginParts(find(name, loader), context, calls, loaded).make();
          return null;
        });
    loaded.addFolder(name, folder.path());
    LOG.info("plugin '{}' loaded from {}", name, folder.path());
  }

  private static Plugin find(String name, ClassLoader loader) {
    List<Plugin> found =
        ServiceLoader.load(Plugin.class, loader).stream().map(ServiceLoader.Provider::get).toList();
    if (found.size() != 1) {
      throw new PluginException(
          "expected exactly one service "
              + Plugin.class.getName()
              + " in its jars, but found "
              + (found.isEmpty()
                  ? "none"
                  : found.stream().map(p -> p.getClass().getName()).sorted().toList()));
    }
    Plugin plugin = found.get(0);
    if (!name.equals(plugin.name())) {
      throw new PluginException(
          "it calls itself '" + plugin.name() + "'; expected the name of its folder");
    }
    return plugin;
  }

  private static HeadgateException failure(PluginFolder folder, Throwable problem) {
    Throwable cause = problem;
    StringBuilder why = new StringBuilder(said(cause));
    for (int depth = 0; cause.getCause() != null && depth < 10; depth++) {
      cause = cause.getCause();
      why.append(": ").append(said(cause));
    }
    return new HeadgateException(
        ErrorCode.EXTERNAL,
        "plugin '" + folder.name() + "' in " + folder.path() + " cannot be loaded: " + why,
        problem);
  }

  private static String said(Throwable problem) {
    return problem instanceof PluginException ? problem.getMessage() : problem.toString();
  }
}
