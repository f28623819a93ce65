package dev.headgate.plugins.spark;

import dev.headgate.spi.KeySpec;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.LauncherFactory;
import dev.headgate.spi.PluginContext;
import java.util.List;

/** Makes the launcher of {@code {type: spark-app, jar: …, mainClass: …}}. */
final class AppLauncherFactory implements LauncherFactory {
  @Override
  public String jobType() {
    return "spark-app";
  }

  @Override
  public List<KeySpec> keys() {
    return List.of(
        KeySpec.file(AppJob.JAR, "a jar, or a Python file"),
        KeySpec.optional(AppJob.MAIN_CLASS, KeySpec.Type.STRING, "a class name"),
        KeySpec.optional(
            AppJob.ARGS, KeySpec.Type.LIST_OF_STRINGS, "arguments, with ${parameter} where wanted"),
        KeySpec.optional(AppJob.CONF, KeySpec.Type.MAP_OF_STRINGS, "Spark settings"),
        KeySpec.optional(
            AppJob.MASTER, KeySpec.Type.STRING, "a Spark master, for example local[2]"),
        KeySpec.optional(
            AppJob.PACKAGES,
            KeySpec.Type.LIST_OF_STRINGS,
            "Maven coordinates group:artifact:version"));
  }

  @Override
  public Launcher create(PluginContext context) {
    return AppLauncher.of(SparkConfig.of(context.config(), System::getenv), context);
  }
}
