package dev.headgate.plugins.command;

import dev.headgate.spi.KeySpec;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.LauncherFactory;
import dev.headgate.spi.PluginContext;
import java.util.List;

/** Makes the launcher of {@code command} jobs, after ending what an earlier server left behind. */
final class CommandLauncherFactory implements LauncherFactory {
  @Override
  public String jobType() {
    return "command";
  }

  @Override
  public List<KeySpec> keys() {
    return List.of(
        KeySpec.listWithFiles("run", "a command and its arguments, such as [./load.sh, --all]"),
        KeySpec.optional("env", KeySpec.Type.MAP_OF_STRINGS, "environment variables"));
  }

  @Override
  public Launcher create(PluginContext context) {
    CommandConfig config = CommandConfig.of(context.config());
    WorkFolders folders = new WorkFolders(context.data().resolve("work"));
    folders.clearLeftovers(config.stopGrace());
    return new CommandLauncher(
        folders, new CommandEnvironment(System.getenv(), config.passEnv()), config.stopGrace());
  }
}
