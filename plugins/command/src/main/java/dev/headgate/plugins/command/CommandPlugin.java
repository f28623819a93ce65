package dev.headgate.plugins.command;

import dev.headgate.spi.LauncherFactory;
import dev.headgate.spi.Plugin;
import java.util.List;

/** The plugin {@code command}: job type {@code command}. */
public final class CommandPlugin implements Plugin {
  @Override
  public String name() {
    return "command";
  }

  @Override
  public List<LauncherFactory> launchers() {
    return List.of(new CommandLauncherFactory());
  }
}
