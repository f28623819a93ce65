package dev.headgate.plugins.spark;

import dev.headgate.spi.LauncherFactory;
import dev.headgate.spi.Plugin;
import dev.headgate.spi.QueryEngineFactory;
import java.util.List;

/** The launchers {@code spark-sql} and {@code spark-app}, and the query engine {@code spark}. */
public final class SparkPlugin implements Plugin {
  private final SharedServer servers = new SharedServer();

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public List<LauncherFactory> launchers() {
    return List.of(new SqlLauncherFactory(servers), new AppLauncherFactory());
  }

  @Override
  public List<QueryEngineFactory> queryEngines() {
    return List.of(new SparkQueryEngineFactory(servers));
  }
}
