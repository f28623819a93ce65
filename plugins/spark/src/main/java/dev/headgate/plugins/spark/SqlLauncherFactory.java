package dev.headgate.plugins.spark;

import dev.headgate.spi.KeySpec;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.LauncherFactory;
import dev.headgate.spi.PluginContext;
import java.util.List;

/** Makes the launcher of {@code {type: spark-sql, file: sql/x.sql}}. */
final class SqlLauncherFactory implements LauncherFactory {
  private final SharedServer servers;

  SqlLauncherFactory(SharedServer servers) {
    this.servers = servers;
  }

  @Override
  public String jobType() {
    return "spark-sql";
  }

  @Override
  public List<KeySpec> keys() {
    return List.of(KeySpec.file(SqlLauncher.FILE, "a file with one SELECT"));
  }

  @Override
  public Launcher create(PluginContext context) {
    return new SqlLauncher(servers.acquire(context));
  }
}
