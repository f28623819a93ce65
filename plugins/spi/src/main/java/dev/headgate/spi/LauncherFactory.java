package dev.headgate.spi;

import java.util.List;

/** Makes the launcher of one job type. */
public interface LauncherFactory {
  /** The {@code job.type} in pipelines. */
  String jobType();

  /** The keys that such a job may have, beside {@code type}. */
  List<KeySpec> keys();

  Launcher create(PluginContext context);
}
