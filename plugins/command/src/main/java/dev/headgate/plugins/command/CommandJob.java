package dev.headgate.plugins.command;

import dev.headgate.model.product.Job;
import dev.headgate.spi.PluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A job's settings, read: the command with its arguments, and its own variables. */
record CommandJob(List<String> run, Map<String, String> env) {
  /** {@link PluginException} where they are not what the job type's keys promise. */
  static CommandJob of(Job job) {
    List<String> run = new ArrayList<>();
    if (job.settings().get("run") instanceof List<?> elements) {
      elements.forEach(element -> run.add(String.valueOf(element)));
    }
    if (run.isEmpty() || run.get(0).isBlank()) {
      throw new PluginException("run: expected a command and its arguments");
    }
    Map<String, String> env = new TreeMap<>();
    Object variables = job.settings().getOrDefault("env", Map.of());
    if (!(variables instanceof Map<?, ?> map)) {
      throw new PluginException("env: expected variables by name");
    }
    map.forEach((name, value) -> env.put(String.valueOf(name), String.valueOf(value)));
    return new CommandJob(List.copyOf(run), Map.copyOf(env));
  }

  /** Whether an element of {@code run} names a file beside the definition. */
  static boolean isFile(String element) {
    return element.startsWith("./");
  }

  /** {@link PluginException} unless all files that the command names are there. */
  void checkFiles(Set<String> files) {
    for (String element : run) {
      if (isFile(element) && !files.contains(element)) {
        throw new PluginException(
            "run: '"
                + element
                + "' is not among the job's files; expected a text file beside the definition");
      }
    }
  }
}
